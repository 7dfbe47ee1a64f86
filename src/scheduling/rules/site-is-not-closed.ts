import { dateOfDay } from '../time/local-date.js';
import type { Rule } from './rule.js';

/** Nothing takes place on a closing day of the site. */
export const siteIsNotClosed: Rule = {
  id: 'site-is-not-closed',
  check: (talk) => {
    if (!talk.site?.closedDays.has(talk.day)) return undefined;
    return {
      rule: 'site-is-not-closed',
      subject: { kind: 'site', id: talk.site.id },
      date: dateOfDay(talk.day),
    };
  },
};
