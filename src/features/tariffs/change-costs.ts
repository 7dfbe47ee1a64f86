import { Injectable } from '@nestjs/common';
import {
  changeOfTalk,
  costOfChange,
  pricedVisit,
  visitCost,
  type AgreedVisit,
  type ChangeCost,
  type TariffTerms,
} from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Offices } from '../offices/index.js';
import type { TalkChoice } from '../talks/index.js';
import { BookedVisits, type BookedTalk, type BookedVisit } from './booked-visits.js';
import type { TariffVersion } from './tariff-version.js';
import { minuteUp } from './visit-costs/minutes.js';
import { OfficeTermsOf } from './visit-costs/office-terms.js';
import { VisitPrices } from './visit-costs/visit-prices.js';

/** What a change of a talk costs because of its interpreter, had it been made now. */
export interface ChangePreview {
  readonly interpreterId: number;
  readonly interpreterName: string;
  readonly tariff: Pick<TariffVersion, 'code' | 'name' | 'validFrom'>;
  /** What is paid and not used: in Rappen, now and by when. */
  readonly cost: ChangeCost;
  /** What the rest of the visit costs, and what the whole visit would have cost; null when nothing is left of it. */
  readonly visit: { readonly before: number; readonly after: number } | null;
  /** What the time to which the talk moves would cost as a visit of its own, whoever comes; null: nothing known. */
  readonly next: number | null;
}

/** There is nothing to compute. */
export interface Unpriced {
  readonly interpreterId: number;
  readonly interpreterName: string;
  readonly tariff: null;
  /** `not-agreed`: the interpreter has not said yes, so nothing is due; `no-tariff`: none is valid on that day. */
  readonly why: 'not-agreed' | 'no-tariff';
}

/** Previews what it costs to call a talk off or to move it; changes nothing. */
@Injectable()
export class ChangeCosts {
  constructor(
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly terms: OfficeTermsOf,
    private readonly visits: BookedVisits,
    private readonly prices: VisitPrices,
  ) {}

  /** Undefined when the talk has no interpreter or is not coming. */
  ofCancelling(officeId: number, talkId: string): Promise<ChangePreview | Unpriced | undefined> {
    return this.preview(officeId, talkId, null);
  }

  /** Counts the new time as far as the same interpreter comes; undefined as above. */
  async ofMoving(
    officeId: number,
    talkId: string,
    choice: TalkChoice,
  ): Promise<ChangePreview | Unpriced | undefined> {
    const { policies, timeZone } = await this.offices.get(officeId);
    const { startsAt, interpreterId, interpreterMode, roomId } = choice;
    if (interpreterId === null || interpreterMode === null) return this.preview(officeId, talkId, null);
    const start = new Date(startsAt);
    const endsAt = new Date(start.getTime() + policies.talkMinutes * 60_000);
    const place = interpreterMode === 'onsite' ? await this.visits.townOf(officeId, roomId) : '';
    const talks = [agreedTalk({ id: talkId, startsAt: start, endsAt })];
    const visit = { mode: interpreterMode, place, talks };
    const preview = await this.preview(officeId, talkId, { interpreterId, visit });
    if (!preview || preview.tariff === null) return preview;
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(start);
    const next = await this.prices.of({ officeId, interpreterId, day, visit });
    return { ...preview, next: next?.total ?? null };
  }

  private async preview(
    officeId: number,
    talkId: string,
    moved: MovedTalk | null,
  ): Promise<ChangePreview | Unpriced | undefined> {
    const booked = await this.visits.of(officeId, talkId);
    if (!booked) return undefined;
    const { interpreterId, interpreterName, tariffCode, day } = booked;
    const unpriced = { interpreterId, interpreterName, tariff: null } as const;
    if (!booked.isAgreed) return { ...unpriced, why: 'not-agreed' };
    const terms = await this.terms.on({ officeId, tariffCode, day });
    if (!terms) return { ...unpriced, why: 'no-tariff' };
    const visit = agreed(booked);
    const kept = moved?.interpreterId === interpreterId ? moved.visit : null;
    const change = changeOfTalk(visit, { talk: talkId, moved: kept, at: minuteUp(this.clock.now()) });
    return {
      interpreterId,
      interpreterName,
      tariff: terms.tariff,
      cost: costOfChange(change, terms),
      visit: moneyOf(visit, talkId, terms),
      next: null,
    };
  }
}

/** Where a talk is to be: its interpreter there, and what it is for whoever interprets. */
interface MovedTalk {
  readonly interpreterId: number;
  readonly visit: AgreedVisit;
}

function moneyOf(visit: AgreedVisit, talkId: string, terms: TariffTerms): ChangePreview['visit'] {
  const talks = visit.talks.filter(({ id }) => id !== talkId);
  if (talks.length === 0) return null;
  return {
    before: visitCost(pricedVisit(visit), terms).total,
    after: visitCost(pricedVisit({ ...visit, talks }), terms).total,
  };
}

function agreed({ mode, place, talks }: BookedVisit): AgreedVisit {
  return { mode, place, talks: talks.map(agreedTalk) };
}

function agreedTalk({ id, startsAt, endsAt }: BookedTalk): AgreedVisit['talks'][number] {
  return { id, from: minuteUp(startsAt), to: minuteUp(endsAt) };
}
