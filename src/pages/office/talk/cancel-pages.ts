import { Injectable } from '@nestjs/common';
import type { TalkView } from '../../../features/talks/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { CancelPage, type CancelView } from '../../../templates/pages/office/cancel-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficePages } from '../office-pages.js';
import { CostPreviews } from '../tariffs/cost-previews.js';
import { seenFields } from './talk-conflict.js';
import { talkFacts } from './talk-facts.js';

type Typed = Readonly<Record<string, unknown>>;

const PARTIES = ['household', 'office', 'interpreter'] as const;

/** The form that calls a talk off, with what follows from it and what it costs. */
@Injectable()
export class CancelPages {
  constructor(
    private readonly pages: OfficePages,
    private readonly languageNames: LanguageNames,
    private readonly costs: CostPreviews,
  ) {}

  async form(
    context: OfficeContext,
    talk: TalkView,
    typed: Typed,
    errors: readonly FieldError[],
  ): Promise<string> {
    const { t, locale, format, staff } = context;
    const title = t('office:cancel.title', { name: talk.personName });
    const view: CancelView = {
      title,
      when: `${format.longDate(talk.startsAt)}, ${format.timeRange(talk.startsAt, talk.endsAt)}`,
      facts: talkFacts(talk, context, await this.languageNames.in(locale)),
      consequences: consequencesOf(talk, t),
      cost: await this.costs.ofCancelling(context, talk),
      action: officePaths.cancelTalk(talk.id),
      csrfToken: staff.csrfToken,
      fields: seenFields(talk, context),
      ...fieldsOf(talk, typed, t),
      errors,
      moveHref: officePaths.moveTalk(talk.id),
      backHref: officePaths.talk(talk.id),
    };
    return this.pages.render(context, {
      title: errors.length > 0 ? t('validation:title', { title }) : title,
      current: 'week',
      body: CancelPage({ view, t }),
    });
  }
}

function fieldsOf(talk: TalkView, typed: Typed, t: OfficeContext['t']): Pick<CancelView, 'by' | 'reason'> {
  return {
    by: {
      name: 'by',
      legend: t('office:cancel.by'),
      value: textOf(typed['by']),
      options: PARTIES.filter((party) => party !== 'interpreter' || talk.interpreterId !== null).map(
        (value) => ({ value, label: t(`office:cancel.by-${value}`) }),
      ),
    },
    reason: {
      kind: 'text',
      name: 'reason',
      label: t('office:cancel.reason'),
      value: textOf(typed['reason']),
    },
  };
}

function consequencesOf(talk: TalkView, t: OfficeContext['t']): string[] {
  return [
    t('office:cancel.household', { name: talk.personName }),
    ...(talk.interpreterName === null
      ? []
      : [t('office:cancel.interpreter', { name: talk.interpreterName })]),
    t('office:cancel.inbox'),
  ];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
