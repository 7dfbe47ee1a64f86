import { DomainError } from '../../platform/errors/domain-error.js';
import { isHousehold, type Actor } from './talk.js';

const HOUR_MS = 3_600_000;

/** The last instant at which the household itself may move or cancel a talk; the office may until it begins. */
export function changeDeadline(startsAt: Date, changeUntilHours: number): Date {
  return new Date(startsAt.getTime() - changeUntilHours * HOUR_MS);
}

/** Throws `talk-too-late` when a household comes after its deadline: it has to call. */
export function refuseTooLate(
  talk: { readonly startsAt: Date },
  by: { readonly actor: Actor; readonly now: Date },
  changeUntilHours: number,
): void {
  if (isHousehold(by.actor) && by.now > changeDeadline(talk.startsAt, changeUntilHours)) {
    throw new DomainError('talk-too-late', 'conflict', { hours: changeUntilHours });
  }
}
