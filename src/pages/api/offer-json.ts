import type { AnswerOutcome, OfferView, VisitView } from '../../features/visits/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';

/** An offer as the API shows it: instants in UTC beside the zone of the office. */
export type OfferJson = Pick<
  OfferView,
  'id' | 'officeId' | 'timeZone' | 'interpreterId' | 'tier' | 'state' | 'declineReason' | 'talks'
> & { readonly askedAt: string; readonly answerBy: string; readonly answeredAt: string | null };

/** A visit as the API shows it. */
export type VisitJson = Omit<VisitView, 'officeName' | 'officePhone' | 'startsAt' | 'endsAt'> & {
  readonly startsAt: string;
  readonly endsAt: string;
};

export function offerJson(offer: OfferView): OfferJson {
  const { id, officeId, timeZone, interpreterId, tier, state, declineReason, talks } = offer;
  return {
    id,
    officeId,
    timeZone,
    interpreterId,
    tier,
    state,
    askedAt: offer.askedAt.toISOString(),
    answerBy: offer.answerBy.toISOString(),
    answeredAt: offer.answeredAt?.toISOString() ?? null,
    declineReason,
    talks,
  };
}

export function visitJson(visit: VisitView): VisitJson {
  const { id, officeId, timeZone, interpreterId, interpreterName, siteId, siteName } = visit;
  const { street, postcode, town, state, talks } = visit;
  return {
    id,
    officeId,
    timeZone,
    interpreterId,
    interpreterName,
    siteId,
    siteName,
    street,
    postcode,
    town,
    startsAt: visit.startsAt.toISOString(),
    endsAt: visit.endsAt.toISOString(),
    state,
    talks,
  };
}

/** Throws the problem that says why an answer to an offer does not count. */
export function refuseUnlessDone(outcome: AnswerOutcome): void {
  if (outcome.kind === 'done' || outcome.kind === 'already') return;
  const data = outcome.kind === 'impossible' ? { rules: outcome.rules } : {};
  throw new DomainError(`offer-${outcome.kind}`, 'conflict', data);
}
