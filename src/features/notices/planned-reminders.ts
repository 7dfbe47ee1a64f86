import type { PlannedNotice, PlanningFacts, Recipient } from './planned-notices.js';
import { reminderDue } from './reminder-due.js';

const HOUR_MS = 3_600_000;
/** A reminder shortly before the talk only confuses people who are on their way. */
const REMINDER_ENDS_BEFORE_MS = 2 * HOUR_MS;
/** Whoever was invited just now needs no reminder yet. */
const REST_AFTER_INVITATION_MS = 12 * HOUR_MS;

/** Post takes days: a reminder by letter would come too late. Each is useful until the next; two at once are one. */
export function householdReminders(facts: PlanningFacts): PlannedNotice[] {
  const { household, reminderDaysBefore } = facts;
  if (household.channel === 'letter') return [];
  const reminders = reminderDaysBefore
    .toSorted((a, b) => b - a)
    .flatMap((days) => reminder(facts, household, days));
  return reminders.flatMap((one, index) => {
    const next = reminders[index + 1];
    if (next === undefined) return [one];
    return next.dueAt > one.dueAt ? [{ ...one, expiresAt: next.dueAt }] : [];
  });
}

/** One reminder so many days before the talk; none when it would come too soon after the invitation, or too late. */
export function reminder(facts: PlanningFacts, recipient: Recipient, days: number): PlannedNotice[] {
  const dueAt = reminderDue(facts.startsAt, days, facts.sending);
  const expiresAt = new Date(facts.startsAt.getTime() - REMINDER_ENDS_BEFORE_MS);
  const tooSoon = dueAt.getTime() < facts.now.getTime() + REST_AFTER_INVITATION_MS;
  if (tooSoon || dueAt >= expiresAt) return [];
  const kind = recipient.kind === 'household' ? `reminder-${days}` : 'interpreter-reminder';
  return [{ kind, recipient, dueAt, expiresAt, facts: { startsAt: facts.startsAt.toISOString() } }];
}
