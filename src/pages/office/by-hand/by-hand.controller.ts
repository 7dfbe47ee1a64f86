import { Body, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type Household, Households } from '../../../features/households/index.js';
import { BookTalk, type BookTalkOutcome, type TalkChoice } from '../../../features/talks/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { readChoice } from '../slots/choice.forms.js';
import { bookingFor } from '../slots/purpose.js';
import { SlotPages } from '../slots/slot-pages.js';
import { reasonIn } from '../slots/override-reason.js';

type Typed = Readonly<Record<string, unknown>>;

/** *Termin von Hand*: the best free slots, a last look, and the booking. */
@OfficeController('households/:id/talk', 'plan')
export class ByHandController {
  constructor(
    private readonly pages: OfficePages,
    private readonly households: Households,
    private readonly slots: SlotPages,
    private readonly bookTalk: BookTalk,
  ) {}

  @Get()
  async list(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Query() query: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.waiting(request, id, response);
    if (!found) return;
    response.type('html').send(await this.slots.list(found.context, bookingFor(found.household), { query }));
  }

  @Get('check')
  async check(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Query() query: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.waiting(request, id, response);
    if (!found) return;
    const { context, household } = found;
    const purpose = bookingFor(household);
    const read = readChoice(query, context);
    if (read.kind === 'read') {
      response.type('html').send(await this.slots.check(context, purpose, read.choice));
      return;
    }
    const page = await this.slots.list(context, purpose, { query, errors: read.errors });
    response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
  }

  @Post()
  async book(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Body() body: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const household = await this.households.get(context.office.id, readId(id));
    const read = readChoice(body, context);
    if (read.kind === 'wrong') throw new DomainError('talk-choice-unreadable', 'invalid');
    const reason = reasonIn(body);
    const outcome = await this.bookTalk.run({
      officeId: context.office.id,
      householdId: household.id,
      actor: `staff:${context.staff.id}`,
      choice: read.choice,
      ...(reason ? { overrideReason: reason } : {}),
    });
    await this.answer(response, { context, household, choice: read.choice, reason }, outcome);
  }

  private async answer(response: Response, asked: Asked, outcome: BookTalkOutcome): Promise<void> {
    const { context, household, choice, reason } = asked;
    const purpose = bookingFor(household);
    if (outcome.kind === 'booked') {
      const undo = { undo: officePaths.cancelTalk(outcome.talkId) };
      response.redirect(303, announcing(officePaths.talk(outcome.talkId), 'booked', undo));
    } else if (outcome.kind === 'already-planned') {
      response.redirect(303, announcing(officePaths.talk(outcome.talkId), 'has-talk'));
    } else if (outcome.kind === 'taken') {
      const notice = { title: context.t('office:slots.taken'), lines: [] };
      const page = await this.slots.list(context, purpose, {
        query: {},
        notice,
        slots: outcome.alternatives,
      });
      response.status(HttpStatus.CONFLICT).type('html').send(page);
    } else {
      const page = await this.slots.check(context, purpose, choice, { ...outcome, reason });
      response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html').send(page);
    }
  }

  /** The household, when it waits for a talk; else the reader is led to where it stands. */
  private async waiting(
    request: OfficeRequest,
    id: string,
    response: Response,
  ): Promise<{ context: OfficeContext; household: Household } | undefined> {
    const context = await this.pages.context(request);
    const household = await this.households.get(context.office.id, readId(id));
    if (household.state === 'open') return { context, household };
    const { openTalkId } = household;
    const place = openTalkId === null ? officePaths.household(household.id) : officePaths.talk(openTalkId);
    response.redirect(303, announcing(place, openTalkId === null ? 'not-waiting' : 'has-talk'));
    return undefined;
  }
}

interface Asked {
  readonly context: OfficeContext;
  readonly household: Household;
  readonly choice: TalkChoice;
  readonly reason: string | null;
}
