import { Temporal } from 'temporal-polyfill';

/** When an office sends reminders; times are wall-clock `HH:MM` in the office's zone. */
export interface ReminderRules {
  readonly timeZone: string;
  readonly reminderTime: string;
  /** No reminder leaves from here … */
  readonly quietFrom: string;
  /** … until here, usually the next morning. */
  readonly quietUntil: string;
}

/**
 * The instant of a reminder: so many days before the talk's local date, at the office's reminder time, moved to the
 * end of the quiet hours when it falls into them. Right across both clock changes, because it is reckoned in local days.
 */
export function reminderDue(talkStart: Date, daysBefore: number, rules: ReminderRules): Date {
  const talkDay = Temporal.Instant.fromEpochMilliseconds(talkStart.getTime())
    .toZonedDateTimeISO(rules.timeZone)
    .toPlainDate();
  const wished = talkDay
    .subtract({ days: daysBefore })
    .toPlainDateTime(Temporal.PlainTime.from(rules.reminderTime));
  const due = afterQuietHours(wished, rules).toZonedDateTime(rules.timeZone);
  return new Date(due.epochMilliseconds);
}

function afterQuietHours(wished: Temporal.PlainDateTime, rules: ReminderRules): Temporal.PlainDateTime {
  const from = Temporal.PlainTime.from(rules.quietFrom);
  const until = Temporal.PlainTime.from(rules.quietUntil);
  const time = wished.toPlainTime();
  const afterFrom = Temporal.PlainTime.compare(time, from) >= 0;
  const beforeUntil = Temporal.PlainTime.compare(time, until) < 0;
  const overnight = Temporal.PlainTime.compare(from, until) > 0;
  if (overnight && afterFrom) return wished.add({ days: 1 }).withPlainTime(until);
  const isQuiet = overnight ? beforeUntil : afterFrom && beforeUntil;
  return isQuiet ? wished.withPlainTime(until) : wished;
}
