import { Body, Get, Header, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CancelTalk, TalkQueries, type TalkView } from '../../../features/talks/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { CancelPage, type CancelView } from '../../../templates/pages/office/cancel-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import { fieldErrors } from '../form-errors.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { isComing } from './talk-actions.js';
import { seenFields, TalkConflict } from './talk-conflict.js';
import { talkFacts } from './talk-facts.js';
import { CancelForm } from './talk.forms.js';

type Typed = Readonly<Record<string, unknown>>;

const PARTIES = ['household', 'office', 'interpreter'] as const;

/** *Absagen*: who wants it and why, with what follows from it. */
@OfficeController('talks/:id/cancel', 'plan')
export class CancelController {
  constructor(
    private readonly pages: OfficePages,
    private readonly talks: TalkQueries,
    private readonly cancelTalk: CancelTalk,
    private readonly conflict: TalkConflict,
    private readonly languageNames: LanguageNames,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const talk = await this.talks.byId(context.office.id, id);
    if (isComing(talk, context.now)) response.send(await this.form(context, talk, {}, []));
    else response.redirect(303, announcing(officePaths.talk(id), 'not-open'));
  }

  @Post()
  async submit(
    @Req() request: OfficeRequest,
    @Param('id') talkId: string,
    @Body() body: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const talk = await this.talks.byId(context.office.id, talkId);
    const form = CancelForm.safeParse(body);
    if (!form.success) {
      const page = await this.form(context, talk, body, fieldErrors(form.error, context.t));
      response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
      return;
    }
    const { office, staff } = context;
    const command = { officeId: office.id, talkId, actor: `staff:${staff.id}`, ...form.data };
    const outcome = await this.cancelTalk.run(command);
    if (outcome.kind === 'changed-meanwhile') {
      const page = await this.conflict.page(context, talkId, body, outcome);
      response.status(HttpStatus.CONFLICT).type('html').send(page);
    } else if (outcome.kind === 'not-open') {
      response.redirect(303, announcing(officePaths.talk(talkId), 'not-open'));
    } else {
      response.redirect(303, announcing(officePaths.household(talk.householdId), 'cancelled'));
    }
  }

  private async form(
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
      action: officePaths.cancelTalk(talk.id),
      csrfToken: staff.csrfToken,
      fields: seenFields(talk, context),
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
