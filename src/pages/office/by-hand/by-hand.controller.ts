import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type Household, Households } from '../../../features/households/index.js';
import { BookTalk, type BookTalkOutcome } from '../../../features/talks/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { bookingFor } from '../slots/purpose.js';
import { type ChosenSlot, chosenIn, SlotAnswers } from '../slots/slot-answers.js';

type Typed = Readonly<Record<string, unknown>>;

/** *Termin von Hand*: the best free slots, a last look, and the booking. */
@OfficeController('households/:id/talk', 'plan')
export class ByHandController {
  constructor(
    private readonly pages: OfficePages,
    private readonly households: Households,
    private readonly slots: SlotAnswers,
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
    await this.slots.list(response, found.context, bookingFor(found.household), query);
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
    await this.slots.check(response, found.context, bookingFor(found.household), query);
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
    const chosen = chosenIn(body, context);
    const outcome = await this.bookTalk.run({
      officeId: context.office.id,
      householdId: household.id,
      actor: `staff:${context.staff.id}`,
      choice: chosen.choice,
      ...(chosen.reason ? { overrideReason: chosen.reason } : {}),
    });
    await this.answer(response, { context, household, ...chosen }, outcome);
  }

  private async answer(response: Response, asked: Asked, outcome: BookTalkOutcome): Promise<void> {
    const { context, household } = asked;
    const purpose = bookingFor(household);
    if (outcome.kind === 'booked') {
      const undo = { undo: officePaths.cancelTalk(outcome.talkId) };
      response.redirect(303, announcing(officePaths.talk(outcome.talkId), 'booked', undo));
    } else if (outcome.kind === 'already-planned') {
      response.redirect(303, announcing(officePaths.talk(outcome.talkId), 'has-talk'));
    } else if (outcome.kind === 'taken') {
      await this.slots.taken(response, context, purpose, outcome);
    } else {
      await this.slots.refused(response, context, purpose, { ...asked, ...outcome });
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

interface Asked extends ChosenSlot {
  readonly context: OfficeContext;
  readonly household: Household;
}
