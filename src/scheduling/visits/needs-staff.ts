import type { InterpreterState } from './offer-book.js';

/** A coming talk with its interpreter; instants are minutes since 1970-01-01T00:00Z. */
interface UnsureTalk {
  readonly state: InterpreterState | null;
  readonly start: number;
  /** The start that the household was last told; null: it was told none. */
  readonly told: number | null;
}

/** Why a talk waits for somebody in the office. */
export type StaffReason =
  /** Nobody is left who could be asked. */
  | 'nobody-left'
  /** The talk, or the time that the household still believes in, is near and nobody has said yes. */
  | 'no-answer';

/** Whether a talk that is ahead needs somebody in the office because nobody interprets it yet. */
export function needsStaff(talk: UnsureTalk, now: number, alarmHours: number): StaffReason | undefined {
  if (talk.state === 'missing') return 'nobody-left';
  if (talk.state !== 'asked') return undefined;
  const nearest = Math.min(talk.start, talk.told ?? talk.start);
  return nearest - now <= alarmHours * 60 ? 'no-answer' : undefined;
}
