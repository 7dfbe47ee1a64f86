import type { TariffCalendar } from '../tariffs/tariff-calendar.js';
import { sendingDayAfter } from './sending-time.js';

/** How many invitations an office releases on one day, and how many leave or have left on each, by day number. */
export interface InvitationPace {
  readonly perDay: number;
  readonly taken: ReadonlyMap<number, number>;
}

/**
 * The day on which one more invitation leaves: the first with room, from today on. So the office is asked as many
 * questions in a day as it can answer. @param today day number
 */
export function invitationDay(today: number, pace: InvitationPace, calendar: TariffCalendar): number {
  const hasRoom = (pace.taken.get(today) ?? 0) < pace.perDay;
  return hasRoom ? today : invitationDay(sendingDayAfter(today + 1, calendar), pace, calendar);
}
