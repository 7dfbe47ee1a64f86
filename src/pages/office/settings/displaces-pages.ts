import { Injectable } from '@nestjs/common';
import type { TouchedTalk } from '../../../features/settings/index.js';
import { TalkQueries } from '../../../features/talks/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { DisplacesPage } from '../../../templates/pages/office/settings/displaces-page.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficePages } from '../office-pages.js';
import { brokenRuleWords } from '../slots/rule-words.js';

/** What somebody wanted to change, to be sent again. */
export interface Wanted {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Shows the booked talks that a change would leave without their place. */
@Injectable()
export class DisplacesPages {
  constructor(
    private readonly pages: OfficePages,
    private readonly talks: TalkQueries,
    private readonly languageNames: LanguageNames,
  ) {}

  async page(context: OfficeContext, touched: readonly TouchedTalk[], wanted: Wanted): Promise<string> {
    const { t, office, staff, format, locale } = context;
    const world = { context, languageNames: await this.languageNames.in(locale) };
    const talks = await Promise.all(
      touched.map(async ({ talkId, rules }) => ({ rules, talk: await this.talks.byId(office.id, talkId) })),
    );
    const title = t('settings:displaces.title', { count: talks.length });
    const view = {
      ...wanted,
      title,
      csrfToken: staff.csrfToken,
      approved: touched.map(({ talkId }) => talkId).join(','),
      talks: talks.map(({ talk, rules }) => ({
        href: officePaths.talk(talk.id),
        when: `${format.shortDay(talk.startsAt)} ${format.timeRange(talk.startsAt, talk.endsAt)}`,
        name: talk.personName,
        breaks: rules.map((rule) => brokenRuleWords(rule, world)),
      })),
    };
    return this.pages.render(context, { title, current: 'settings', body: DisplacesPage({ view, t }) });
  }
}

/** The talks whose loss of place somebody has seen and approved. */
export function approvedIn(body: Readonly<Record<string, unknown>>): string[] {
  const { approved } = body;
  return typeof approved === 'string' ? approved.split(',').filter(Boolean) : [];
}
