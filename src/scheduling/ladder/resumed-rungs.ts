import { lastUsefulFor, untilTheNext, type DatedRung, type InvitedHousehold } from './rungs-after.js';
import { afterQuiet, type SendingRules } from './sending-time.js';

/** How long the ladder stood still, in minutes, and the talk that it asks about. */
export interface Suspension extends Pick<InvitedHousehold, 'talkStart' | 'reminders'> {
  readonly minutes: number;
}

/**
 * The rungs that were still to come when the ladder was suspended, later by as long as it stood still. Those that would
 * come too late now are left out.
 */
export function resumedRungs(
  rungs: readonly DatedRung[],
  suspension: Suspension,
  rules: SendingRules,
): DatedRung[] {
  const later = rungs.flatMap((rung) => {
    const dueAt = afterQuiet(rung.dueAt + suspension.minutes, rules);
    const usefulUntil = lastUsefulFor(rung.channel, suspension);
    return dueAt < usefulUntil ? [{ ...rung, dueAt, usefulUntil }] : [];
  });
  return untilTheNext(later);
}
