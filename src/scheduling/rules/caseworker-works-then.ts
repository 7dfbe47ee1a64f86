import { caseworkerHoursAnywhere, caseworkerHoursAt } from '../schedule/opening.js';
import { covers } from '../time/interval.js';
import type { Rule } from './rule.js';

/** Talk and buffer lie inside one stretch of working hours: at the site, or anywhere for a video talk. */
export const caseworkerWorksThen: Rule = {
  id: 'caseworker-works-then',
  check: (talk, schedule) => {
    const { caseworker, site, day } = talk;
    const hours = site
      ? caseworkerHoursAt({ caseworker, site: site.id }, day, schedule)
      : caseworkerHoursAnywhere(caseworker, day, schedule);
    if (covers(hours, { from: talk.start, to: talk.bufferEnd })) return undefined;
    return { rule: 'caseworker-works-then', subject: { kind: 'caseworker', id: caseworker.id } };
  },
};
