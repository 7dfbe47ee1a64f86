import { Body, Get, Header, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CancelTalk, TalkQueries } from '../../../features/talks/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import { fieldErrors } from '../form-errors.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { CancelPages } from './cancel-pages.js';
import { isComing } from './talk-actions.js';
import { TalkConflict } from './talk-conflict.js';
import { CancelForm } from './talk.forms.js';

type Typed = Readonly<Record<string, unknown>>;

/** *Absagen*: who wants it and why, with what follows from it. */
@OfficeController('talks/:id/cancel', 'plan')
export class CancelController {
  constructor(
    private readonly pages: OfficePages,
    private readonly talks: TalkQueries,
    private readonly cancelTalk: CancelTalk,
    private readonly conflict: TalkConflict,
    private readonly cancelPages: CancelPages,
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
    if (isComing(talk, context.now)) response.send(await this.cancelPages.form(context, talk, {}, []));
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
      const page = await this.cancelPages.form(context, talk, body, fieldErrors(form.error, context.t));
      response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
      return;
    }
    const { office, staff } = context;
    const command = { officeId: office.id, talkId, actor: `staff:${staff.id}`, ...form.data };
    const outcome = await this.cancelTalk.run(command);
    if (outcome.kind === 'changed-meanwhile') {
      await this.conflict.answer(response, context, talkId, outcome);
    } else if (outcome.kind === 'not-open') {
      response.redirect(303, announcing(officePaths.talk(talkId), 'not-open'));
    } else {
      const undo = { undo: officePaths.undoCancellation(talkId), version: String(outcome.version) };
      response.redirect(303, announcing(officePaths.household(talk.householdId), 'cancelled', undo));
    }
  }
}
