import type { OfferView } from '../../../features/visits/index.js';
import { languageName } from '../../../platform/i18n/language-name.js';
import type { RequestCardView, RequestView } from '../../../templates/pages/interpreter/requests-page.js';
import type { InterpreterContext } from '../interpreter-context.js';
import { declineReasons, type Refusal } from './request.forms.js';

/** A request as a card. */
export function requestCard(offer: OfferView, { t, format, language }: InterpreterContext): RequestCardView {
  const [first] = offer.talks;
  const at = (instant: string): Date => new Date(instant);
  return {
    id: offer.id,
    day: format.longDate(at(first?.startsAt ?? '')),
    place: placeOf(offer) ?? t('interpreter:request.remote'),
    mode: t(`interpreter:mode.${first?.mode ?? 'onsite'}`),
    answerBy: t('interpreter:request.answer-by', {
      day: format.shortDay(offer.answerBy),
      time: format.time(offer.answerBy),
    }),
    talks: offer.talks.map((talk) => ({
      id: talk.talkId,
      time: format.timeRange(at(talk.startsAt), at(talk.endsAt)),
      language: languageName(talk.language, language.bcp47),
      state: talk.state === offer.state ? null : t(`interpreter:request.state.${talk.state}`),
      isOpen: talk.state === 'open',
      person: talk.state === 'accepted' ? talk.person : null,
    })),
    clashes: offer.clashes.map(({ from, until }) => format.timeRange(at(from), at(until))),
  };
}

/** The page of one request. @param refusal why the last tap changed nothing */
export function requestView(
  offer: OfferView,
  refusal: Refusal | null,
  context: InterpreterContext,
): RequestView {
  const { t, now, interpreter } = context;
  const isAnswered = offer.talks.some(({ state }) => state === 'accepted' || state === 'declined');
  const canAnswer = offer.talks.some(({ state }) => state === 'open') && offer.answerBy > now;
  const canUndo = isAnswered && offer.canChange;
  return {
    csrfToken: interpreter.csrfToken,
    request: requestCard(offer, context),
    lead: leadOf(offer, { refusal, canAnswer }, context),
    leadIsGood: refusal === null && (offer.state === 'accepted' || offer.state === 'declined'),
    canAnswer,
    canUndo,
    call:
      isAnswered && !canUndo
        ? t('interpreter:request.call', {
            phone: `\u2066${offer.officePhone.replaceAll(' ', '\u00a0')}\u2069`,
          })
        : null,
    reasons: declineReasons.map((value) => ({ value, label: t(`interpreter:request.reasons.${value}`) })),
  };
}

function leadOf(
  { state }: OfferView,
  { refusal, canAnswer }: { readonly refusal: Refusal | null; readonly canAnswer: boolean },
  { t }: InterpreterContext,
): string | null {
  if (refusal !== null) return t(`interpreter:request.refused.${refusal}`);
  if (state !== 'open') return t(`interpreter:request.became.${state}`);
  return canAnswer ? null : t('interpreter:request.became.expired');
}

function placeOf({ talks }: OfferView): string | null {
  const [first] = talks;
  if (first?.siteName == null) return null;
  const { siteName, street, postcode, town, floor, roomName } = first;
  const rooms = new Set(talks.map((talk) => talk.roomName));
  const room = rooms.size === 1 ? [floor, roomName] : [];
  return [siteName, street, `${postcode ?? ''} ${town ?? ''}`.trim(), ...room].filter(Boolean).join(', ');
}
