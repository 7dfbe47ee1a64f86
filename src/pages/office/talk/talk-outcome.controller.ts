import { Body, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RecordOutcome, TalkQueries, UndoOutcome } from '../../../features/talks/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { assertVisible } from '../visible-talks.js';
import { nextOf, talkCommand } from './talk-command.js';
import { TalkConflict } from './talk-conflict.js';
import { OutcomeForm, readButton, SeenVersion } from './talk.forms.js';

type Typed = Readonly<Record<string, unknown>>;

/** What came of a talk, said by whoever led it or plans; and that this was a mistake. */
@OfficeController('talks/:id/outcome', 'own')
export class TalkOutcomeController {
  constructor(
    private readonly pages: OfficePages,
    private readonly recordOutcome: RecordOutcome,
    private readonly undoOutcome: UndoOutcome,
    private readonly conflict: TalkConflict,
    private readonly talks: TalkQueries,
  ) {}

  @Post()
  async record(
    @Req() request: OfficeRequest,
    @Param('id') talkId: string,
    @Body() body: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.contextOf(request, talkId);
    const form = readButton(OutcomeForm, body);
    const outcome = await this.recordOutcome.run({ ...talkCommand(context, talkId), ...form });
    if (outcome.kind === 'changed-meanwhile') {
      await this.conflict.answer(response, context, talkId, outcome);
    } else if (outcome.kind === 'recorded') {
      const undo = { undo: officePaths.undoOutcome(talkId), version: String(outcome.version) };
      response.redirect(303, announcing(nextOf(body), 'outcome', undo));
    } else {
      response.redirect(303, announcing(nextOf(body), outcome.kind));
    }
  }

  @Post('undo')
  async undo(
    @Req() request: OfficeRequest,
    @Param('id') talkId: string,
    @Body() body: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.contextOf(request, talkId);
    const { version } = readButton(SeenVersion, body);
    const outcome = await this.undoOutcome.run({ ...talkCommand(context, talkId), version });
    if (outcome.kind === 'changed-meanwhile') await this.conflict.answer(response, context, talkId, outcome);
    else response.redirect(303, announcing(nextOf(body), outcome.kind));
  }

  /** Throws `talk-not-found` for a talk that the reader may not see. */
  private async contextOf(request: OfficeRequest, talkId: string): Promise<OfficeContext> {
    const context = await this.pages.context(request);
    assertVisible(context.staff, await this.talks.byId(context.office.id, talkId));
    return context;
  }
}
