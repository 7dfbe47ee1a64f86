import { invitationDay, sendingTime } from '../../scheduling/index.js';
import { reminderDue } from './reminder-due.js';
import type { PlanningFacts } from './planned-notices.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How many invitations leave today and on each later day, by day number: of office `o`, `$2` ms from database time. */
export const INVITATIONS_BY_DAY = `
select coalesce(jsonb_object_agg(day, count), '{}') from (
  select (n.due_at at time zone o.time_zone)::date - '1970-01-01'::date as day, count(*) as count
  from notices n
  where n.office_id = o.id and n.kind = 'invitation' and n.copy = 0 and n.state in ('planned', 'sending', 'sent', 'unknown')
    and n.due_at >= date_trunc('day', (now() + $2 * interval '1 millisecond') at time zone o.time_zone) at time zone o.time_zone
  group by 1) days`;

/**
 * When an invitation that could leave at `soonest` does: on the first day on which the office has not yet released as
 * many as it wants to. One that would come too late for the household's time of notice, or for its first reminder,
 * leaves at once.
 */
export function invitationDue(facts: PlanningFacts, soonest: Date): Date {
  const { sending, startsAt, invitations, noticeDays, reminderDaysBefore } = facts;
  const today = sending.calendar.zone.dayOf(soonest.getTime() / MINUTE_MS);
  const day = invitationDay(today, invitations, sending.calendar);
  if (day === today) return soonest;
  const due = new Date(sendingTime(day, sending) * MINUTE_MS);
  const reminders = reminderDaysBefore.map((days) => reminderDue(startsAt, days, sending).getTime() - DAY_MS);
  const latest = Math.min(startsAt.getTime() - noticeDays * DAY_MS, ...reminders);
  return due.getTime() > latest ? soonest : due;
}
