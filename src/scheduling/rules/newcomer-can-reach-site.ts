import type { Rule } from './rule.js';

/** A talk on site is at a site the newcomer can go to; a video talk has no site. */
export const newcomerCanReachSite: Rule = {
  id: 'newcomer-can-reach-site',
  check: (talk) => {
    const { mode, site } = talk.candidate;
    const isFine =
      mode === 'onsite' ? talk.site !== null && talk.newcomer.sites.includes(talk.site.id) : site === null;
    return isFine
      ? undefined
      : { rule: 'newcomer-can-reach-site', subject: { kind: 'site', id: site ?? '' } };
  },
};
