import { parseInstant } from '../time/instant.js';
import { dateOfDay } from '../time/local-date.js';
import type { Rule } from './rule.js';

/** The newcomer hears of a new start early enough; a start that is published already needs no new notice. */
export const noticeIsKept: Rule = {
  id: 'notice-is-kept',
  check: (talk, schedule) => {
    const firstDay = schedule.today + talk.newcomer.notice;
    if (talk.day >= firstDay) return undefined;
    const published = schedule.appointments.get(talk.newcomer.id);
    if (published && (published.pinned || parseInstant(published.start) === talk.start)) return undefined;
    return { rule: 'notice-is-kept', date: dateOfDay(firstDay), limit: talk.newcomer.notice };
  },
};
