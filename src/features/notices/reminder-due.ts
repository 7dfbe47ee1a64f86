import { sendingDayBefore, sendingTime, type SendingRules } from '../../scheduling/index.js';

const MINUTE_MS = 60_000;

/**
 * The instant of a reminder: so many days before the talk's local date at the office's time of day, on the day before
 * that when it is a Sunday or a holiday, after the quiet hours when it falls into them. Right across both clock changes,
 * because it is reckoned in local days.
 */
export function reminderDue(talkStart: Date, daysBefore: number, rules: SendingRules): Date {
  const { calendar } = rules;
  const talkDay = calendar.zone.dayOf(talkStart.getTime() / MINUTE_MS);
  const day = sendingDayBefore(talkDay - daysBefore, calendar);
  return new Date(sendingTime(day, rules) * MINUTE_MS);
}
