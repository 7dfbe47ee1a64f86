import { isWorkingDay, type TariffCalendar } from '../tariffs/tariff-calendar.js';
import type { Ladder, Rung, RungStop } from './ladder.js';
import { sendingDayAfter, sendingTime, type SendingRules } from './sending-time.js';

/** What the ladder starts from. Instants are minutes since 1970-01-01T00:00Z. */
export interface InvitedHousehold {
  readonly invitedAt: number;
  readonly talkStart: number;
  /** The ways by which the household can be reached, its own first. */
  readonly channels: readonly ('email' | 'letter')[];
  /** Instants of the reminders of the talk, which ask for an answer too: from the first on no e-mail of the ladder. */
  readonly reminders: readonly number[];
}

/** A rung with its place in time. */
export interface DatedRung {
  readonly kind: Rung['kind'];
  readonly channel: 'email' | 'letter';
  readonly dueAt: number;
  /** From here on it says nothing useful any more: the next rung is due, or the talk is too near. */
  readonly usefulUntil: number;
  readonly stops: readonly RungStop[];
}

const DAY_MINUTES = 1440;
/** Days before the talk after which an e-mail asks for no answer any more: the last reminder does. */
const EMAIL_LEAD_DAYS = 2;
/** Days before the talk after which a letter is not worth writing: B-Post takes up to three working days. */
const LETTER_LEAD_DAYS = 5;

/** The rungs that follow the invitation, by time: those that the household can be reached by and that come early enough. */
export function rungsAfter(ladder: Ladder, household: InvitedHousehold, rules: SendingRules): DatedRung[] {
  const dated = ladder.slice(1).flatMap((rung) => {
    const channel = channelOf(rung, household.channels);
    const dueAt = sendingTime(dayOf(rung, household.invitedAt, rules), rules);
    if (channel === undefined || dueAt >= lastUsefulFor(channel, household)) return [];
    const usefulUntil = lastUsefulFor(channel, household);
    return [{ kind: rung.kind, channel, dueAt, usefulUntil, stops: rung.stops }];
  });
  return untilTheNext(dated);
}

/** By time; a rung says nothing useful any more once the next one is due. */
export function untilTheNext(rungs: readonly DatedRung[]): DatedRung[] {
  const dated = rungs.toSorted((a, b) => a.dueAt - b.dueAt);
  return dated.map((rung, index) => ({
    ...rung,
    usefulUntil: Math.min(rung.usefulUntil, dated[index + 1]?.dueAt ?? rung.usefulUntil),
  }));
}

/** Undefined when the household cannot be reached that way. */
function channelOf(
  { channel }: Rung,
  channels: InvitedHousehold['channels'],
): 'email' | 'letter' | undefined {
  return channel === 'own' ? channels[0] : channels.find((way) => way === channel);
}

/** From here on a rung comes too late for the talk. */
export function lastUsefulFor(
  channel: 'email' | 'letter',
  { talkStart, reminders }: Pick<InvitedHousehold, 'talkStart' | 'reminders'>,
): number {
  return channel === 'letter'
    ? talkStart - LETTER_LEAD_DAYS * DAY_MINUTES
    : Math.min(talkStart - EMAIL_LEAD_DAYS * DAY_MINUTES, ...reminders);
}

/** Letters are written by people, so they fall on working days; e-mails on any day but Sundays and holidays. */
function dayOf({ afterDays, days, channel }: Rung, invitedAt: number, { calendar }: SendingRules): number {
  const invited = calendar.zone.dayOf(invitedAt);
  const counted = days === 'calendar' ? invited + afterDays : workingDayAfter(invited, afterDays, calendar);
  return channel === 'letter'
    ? workingDayAfter(counted - 1, 1, calendar)
    : sendingDayAfter(counted, calendar);
}

/** The so many-th working day after a day. */
function workingDayAfter(day: number, count: number, calendar: TariffCalendar): number {
  let [reached, left] = [day, count];
  while (left > 0) {
    reached += 1;
    if (isWorkingDay(reached, calendar)) left -= 1;
  }
  return reached;
}
