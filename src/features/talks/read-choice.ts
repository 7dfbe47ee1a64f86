import { DomainError } from '../../platform/errors/domain-error.js';
import type { TalkChoice } from './talk.js';

const MINUTE_MS = 60_000;
const LARGEST_ID = 2_147_483_647;
/** Nobody plans further ahead; it keeps the time that must be looked through small. */
const FURTHEST_MS = 2 * 366 * 24 * 60 * MINUTE_MS;

/**
 * The same choice with its start as `2027-01-11T08:00:00.000Z`. Throws `talk-choice-unreadable` for a choice that
 * contradicts itself or is not on a full minute, and `talk-in-the-past`.
 */
export function readChoice(choice: TalkChoice, now: Date): TalkChoice {
  const startsAt = Date.parse(choice.startsAt);
  if (!isReadable(choice) || Number.isNaN(startsAt) || startsAt % MINUTE_MS !== 0) throw unreadable();
  if (startsAt > now.getTime() + FURTHEST_MS) throw unreadable();
  if (startsAt <= now.getTime()) throw new DomainError('talk-in-the-past', 'invalid');
  return { ...choice, startsAt: new Date(startsAt).toISOString() };
}

function isReadable({ mode, roomId, caseworkerId, interpreterId, interpreterMode }: TalkChoice): boolean {
  const ids = [caseworkerId, roomId, interpreterId].filter((id) => id !== null);
  return (
    ids.every((id) => Number.isInteger(id) && id > 0 && id <= LARGEST_ID) &&
    (mode === 'onsite') === (roomId !== null) &&
    (interpreterId === null) === (interpreterMode === null)
  );
}

function unreadable(): DomainError {
  return new DomainError('talk-choice-unreadable', 'invalid');
}
