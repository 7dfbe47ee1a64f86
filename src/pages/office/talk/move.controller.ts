import { Body, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { MoveTalk, type MoveTalkOutcome, type TalkChoice } from '../../../features/talks/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { choiceFields, readChoice } from '../slots/choice.forms.js';
import { reasonIn } from '../slots/override-reason.js';
import type { SlotsPurpose } from '../slots/purpose.js';
import { SlotPages } from '../slots/slot-pages.js';
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
    private readonly slots: SlotPages,
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
    if (purpose) response.type('html').send(await this.slots.list(context, purpose, { query }));
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
    if (!purpose) return;
    const read = readChoice(query, context);
    if (read.kind === 'read') {
      response.type('html').send(await this.slots.check(context, purpose, read.choice));
      return;
    }
    const page = await this.slots.list(context, purpose, { query, errors: read.errors });
    response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
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
    const read = readChoice(body, context);
    if (read.kind === 'wrong') throw new DomainError('talk-choice-unreadable', 'invalid');
    const reason = reasonIn(body);
    const outcome = await this.moveTalk.run({
      officeId: context.office.id,
      talkId,
      actor: `staff:${context.staff.id}`,
      version: readButton(SeenVersion, body).version,
      choice: read.choice,
      ...(reason ? { overrideReason: reason } : {}),
    });
    await this.answer(response, { context, purpose, choice: read.choice, reason }, outcome);
  }

  private async answer(response: Response, asked: Asked, outcome: MoveTalkOutcome): Promise<void> {
    const { context, purpose, choice, reason } = asked;
    const talkId = purpose.talk?.id ?? '';
    if (outcome.kind === 'moved') {
      response.redirect(303, announcing(officePaths.talk(talkId), 'moved', wayBack(purpose)));
    } else if (outcome.kind === 'not-open') {
      response.redirect(303, announcing(officePaths.talk(talkId), 'not-open'));
    } else if (outcome.kind === 'refused') {
      const page = await this.slots.check(context, purpose, choice, { ...outcome, reason });
      response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
    } else if (outcome.kind === 'taken') {
      const page = await this.slots.list(context, purpose, {
        query: {},
        notice: { title: context.t('office:slots.taken'), lines: [] },
        slots: outcome.alternatives,
      });
      response.status(HttpStatus.CONFLICT).type('html').send(page);
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

interface Asked {
  readonly context: OfficeContext;
  readonly purpose: SlotsPurpose;
  readonly choice: TalkChoice;
  readonly reason: string | null;
}

/** Back to where the talk was, by the page that asks first. */
function wayBack({ talk, checkHref }: SlotsPurpose): { undo: string } | null {
  if (!talk) return null;
  const query = new URLSearchParams(
    choiceFields({ ...talk, startsAt: talk.startsAt.toISOString() }).map(([name, value]) => [name, value]),
  );
  return { undo: `${checkHref}?${query}` };
}
