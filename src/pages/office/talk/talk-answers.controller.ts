import { Body, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ConfirmTalk } from '../../../features/talks/index.js';
import { announcing } from '../banner.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { nextOf, talkCommand } from './talk-command.js';
import { TalkConflict } from './talk-conflict.js';
import { readButton, SeenRevision } from './talk.forms.js';

type Typed = Readonly<Record<string, unknown>>;

/** What one click says about a coming talk: the household comes. */
@OfficeController('talks/:id', 'plan')
export class TalkAnswersController {
  constructor(
    private readonly pages: OfficePages,
    private readonly confirmTalk: ConfirmTalk,
    private readonly conflict: TalkConflict,
  ) {}

  @Post('confirm')
  async confirm(
    @Req() request: OfficeRequest,
    @Param('id') talkId: string,
    @Body() body: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const { revision } = readButton(SeenRevision, body);
    const outcome = await this.confirmTalk.run({ ...talkCommand(context, talkId), revision });
    if (outcome.kind === 'changed-meanwhile') {
      await this.conflict.answer(response, context, talkId, outcome);
      return;
    }
    response.redirect(303, announcing(nextOf(body), outcome.kind === 'not-open' ? 'not-open' : 'confirmed'));
  }
}
