import { Body, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { UndoCancellation } from '../../../features/talks/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { talkCommand } from './talk-command.js';
import { TalkConflict } from './talk-conflict.js';
import { readButton, SeenVersion } from './talk.forms.js';

type Typed = Readonly<Record<string, unknown>>;

/** A talk was called off by mistake: while the messages wait, it stands again and nobody hears of it. */
@OfficeController('talks/:id/cancel/undo', 'plan')
export class UndoCancellationController {
  constructor(
    private readonly pages: OfficePages,
    private readonly undoCancellation: UndoCancellation,
    private readonly conflict: TalkConflict,
  ) {}

  @Post()
  async undo(
    @Req() request: OfficeRequest,
    @Param('id') talkId: string,
    @Body() body: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const { version } = readButton(SeenVersion, body);
    const outcome = await this.undoCancellation.run({ ...talkCommand(context, talkId), version });
    if (outcome.kind === 'changed-meanwhile') await this.conflict.answer(response, context, talkId, outcome);
    else response.redirect(303, announcing(officePaths.talk(talkId), outcome.kind));
  }
}
