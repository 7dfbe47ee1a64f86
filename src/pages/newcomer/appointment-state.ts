import type { TalkView } from '../../features/talks/index.js';

/** What a link opens, in the order of ux.md N1 to N9. */
export type AppointmentState =
  /** The newcomer has not answered yet. */
  | 'invited'
  | 'confirmed'
  /** None of the offered times suited; the office looks for another one. */
  | 'wished'
  /** It has begun. */
  | 'running'
  | 'past'
  | 'cancelled'
  /** A new time is not sure yet, because an interpreter has to say yes to it. */
  | 'arranging'
  /** The link is too old; nothing can be done with it. */
  | 'expired'
  | 'revoked';

type Moment = Pick<TalkView, 'state' | 'startsAt' | 'endsAt'>;

/** Reads the state from the link and the talk at this moment. */
export function appointmentState(
  link: 'valid' | 'expired' | 'revoked',
  talk: Moment,
  now: Date,
): AppointmentState {
  if (link === 'revoked') return 'revoked';
  if (link === 'expired') return 'expired';
  if (talk.state === 'planned') return 'arranging';
  if (talk.state === 'cancelled') return 'cancelled';
  if (!isOpen(talk) || talk.endsAt <= now) return 'past';
  if (talk.startsAt <= now) return 'running';
  if (talk.state === 'confirmed') return 'confirmed';
  return talk.state === 'change-requested' ? 'wished' : 'invited';
}

/** The newcomer can still say something about the talk. */
export function isComing(state: AppointmentState): boolean {
  return state === 'invited' || state === 'confirmed' || state === 'wished';
}

/** The talk is published, open and ahead. */
export function isAhead(talk: Moment, now: Date): boolean {
  return isOpen(talk) && talk.startsAt > now;
}

function isOpen({ state }: Moment): boolean {
  return state === 'invited' || state === 'confirmed' || state === 'change-requested';
}
