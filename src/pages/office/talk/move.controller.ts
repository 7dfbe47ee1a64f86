import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { MoveTalk, type MoveTalkOutcome } from '../../../features/talks/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { choiceFields } from '../slots/choice.forms.js';
import type { SlotsPurpose } from '../slots/purpose.js';
import { type ChosenSlot, chosenIn, SlotAnswers } from '../slots/slot-answers.js';
import { isComing } from './talk-actions.js';
import { TalkConflict } from './talk-conflict.js';
import { Moving } from './moving.js';
import { readButton, SeenVersion } from './talk.forms.js';

type Typed = Readonly<Record<string, unknown>>;

/** *Verschieben*: slots near the old one with what they mean for the others, a last look, and the move. */
@OfficeController('talks/:id/move', 'plan')
export class MoveController {
  constructor(
    private readonly pages: OfficePages,
    private readonly moving: Moving,
    private readonly slots: SlotAnswers,
    private readonly moveTalk: MoveTalk,
    private readonly conflict: TalkConflict,
  ) {}

  @Get()
  async list(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Query() query: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const purpose = await this.coming(context, id, response);
    if (purpose) await this.slots.list(response, context, purpose, query);
  }

  @Get('check')
  async check(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Query() query: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const purpose = await this.coming(context, id, response);
    if (purpose) await this.slots.check(response, context, purpose, query);
  }

  @Post()
  async move(
    @Req() request: OfficeRequest,
    @Param('id') talkId: string,
    @Body() body: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const purpose = await this.moving.of(context, talkId);
    const chosen = chosenIn(body, context);
    const outcome = await this.moveTalk.run({
      officeId: context.office.id,
      talkId,
      actor: `staff:${context.staff.id}`,
      version: readButton(SeenVersion, body).version,
      choice: chosen.choice,
      ...(chosen.reason ? { overrideReason: chosen.reason } : {}),
    });
    await this.answer(response, { context, purpose, ...chosen }, outcome);
  }

  private async answer(response: Response, asked: Asked, outcome: MoveTalkOutcome): Promise<void> {
    const { context, purpose } = asked;
    const talkId = purpose.talk?.id ?? '';
    if (outcome.kind === 'moved') {
      response.redirect(303, announcing(officePaths.talk(talkId), 'moved', wayBack(purpose)));
    } else if (outcome.kind === 'not-open') {
      response.redirect(303, announcing(officePaths.talk(talkId), 'not-open'));
    } else if (outcome.kind === 'refused') {
      await this.slots.refused(response, context, purpose, { ...asked, ...outcome });
    } else if (outcome.kind === 'taken') {
      await this.slots.taken(response, context, purpose, outcome);
    } else {
      await this.conflict.answer(response, context, talkId, outcome);
    }
  }

  private async coming(
    context: OfficeContext,
    id: string,
    response: Response,
  ): Promise<SlotsPurpose | undefined> {
    const purpose = await this.moving.of(context, id);
    if (purpose.talk && isComing(purpose.talk, context.now)) return purpose;
    response.redirect(303, announcing(officePaths.talk(id), 'not-open'));
    return undefined;
  }
}

interface Asked extends ChosenSlot {
  readonly context: OfficeContext;
  readonly purpose: SlotsPurpose;
}

/** Back to where the talk was, by the page that asks first. */
function wayBack({ talk, checkHref }: SlotsPurpose): { undo: string } | null {
  if (!talk) return null;
  const query = new URLSearchParams(
    choiceFields({ ...talk, startsAt: talk.startsAt.toISOString() }).map(([name, value]) => [name, value]),
  );
  return { undo: `${checkHref}?${query}` };
}
