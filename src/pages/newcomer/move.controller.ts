import { Body, Get, HttpStatus, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Links } from '../../features/links/index.js';
import { type FreeSlot, MoveTalk } from '../../features/talks/index.js';
import { revisionOf, startOf } from './newcomer.forms.js';
import { NewcomerController } from './newcomer-controller.js';
import { newcomerPaths } from './newcomer-paths.js';
import { type ChoiceProblem, OtherTimePages } from './other-time-pages.js';
import { OtherTimes } from './other-times.js';
import { assertOwnForm } from '../shared/own-form.js';
import { SlotLimitsGuard } from '../shared/slot-limits.guard.js';
import { householdActor, type Visit, Visits } from './visits.js';

/** N5: old and new side by side, then the move. A form names a start only; who and where is found again here. */
@NewcomerController()
@UseGuards(SlotLimitsGuard)
export class MoveController {
  constructor(
    private readonly visits: Visits,
    private readonly pages: OtherTimePages,
    private readonly otherTimes: OtherTimes,
    private readonly moveTalk: MoveTalk,
    private readonly links: Links,
  ) {}

  @Get('move')
  async check(
    @Req() request: Request,
    @Param('token') token: string,
    @Query() query: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const visit = await this.visits.open(request, token);
    const start = startOf(query);
    if (!visit.mayChange) {
      response.redirect(303, visit.paths.appointment);
      return;
    }
    const slot = start === undefined ? undefined : await this.otherTimes.at(visit, start);
    if (slot) response.type('html').send(await this.pages.check(visit, slot));
    else await this.chooseAgain(response, visit, start === undefined ? 'choose' : 'taken');
  }

  /** Moving twice to the same start is moving once; a talk that was moved meanwhile is shown again instead. */
  @Post('move')
  async submit(
    @Req() request: Request,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    assertOwnForm(request);
    const visit = await this.visits.open(request, token);
    const start = startOf(body);
    const isCurrent = revisionOf(body) === visit.talk.revision;
    if (!visit.mayChange || start === undefined || !isCurrent || isThere(visit, start)) {
      response.redirect(303, await this.newest(visit));
      return;
    }
    const slot = await this.otherTimes.at(visit, start);
    const kind = slot ? await this.move(visit, slot) : 'taken';
    if (kind === 'taken' || kind === 'refused') await this.chooseAgain(response, visit, 'taken');
    else response.redirect(303, await this.newest(visit));
  }

  private async move(visit: Visit, choice: FreeSlot): Promise<string> {
    const { officeId, id: talkId, version } = visit.talk;
    const actor = householdActor(visit);
    const outcome = await this.moveTalk.run({ officeId, talkId, version, actor, choice });
    return outcome.kind;
  }

  private async chooseAgain(response: Response, visit: Visit, problem: ChoiceProblem): Promise<void> {
    response.status(problem === 'choose' ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT);
    response.type('html').send(await this.pages.choose(visit, problem));
  }

  /** A move makes a new link; the page goes on there, in the language that was chosen. */
  private async newest({ link, talk, paths, reading }: Visit): Promise<string> {
    const token = link.kind === 'valid' ? await this.links.newestToken(talk.id) : undefined;
    return token === undefined ? paths.appointment : newcomerPaths(token, reading.chosen).appointment;
  }
}

function isThere({ talk }: Visit, start: string): boolean {
  return talk.startsAt.getTime() === Date.parse(start);
}
