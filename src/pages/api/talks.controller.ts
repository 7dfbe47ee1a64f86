import { Body, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { Offices } from '../../features/offices/index.js';
import {
  BookTalk,
  type BookTalkOutcome,
  MoveTalk,
  type TalkChoice,
  TalkQueries,
} from '../../features/talks/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { localDay } from '../shared/local-day.js';
import { RecordsReading } from '../shared/records-reading.js';
import { Needs } from './access.js';
import { ApiController } from './api-controller.js';
import { actorOf, type ApiRequest } from './api-request.js';
import { type Page, pageOf } from './list.js';
import { periodOf } from './period.js';
import { talkJson, type TalkJson } from './talk-json.js';
import { done } from './talk-refusals.js';
import { BookBody, choiceOf, RescheduleBody, TalksQuery } from './talk.schemas.js';
import { TalkAnswer, TalksAnswer } from './talk-answers.schemas.js';
import { Says } from './says.js';

/** Talks: read, booked and moved by hand. */
@ApiController('talks', 'personal')
export class TalksController {
  constructor(
    private readonly talks: TalkQueries,
    private readonly offices: Offices,
    private readonly clock: Clock,
    private readonly bookTalk: BookTalk,
    private readonly moveTalk: MoveTalk,
  ) {}

  /** Talks by start, cancelled ones left out; with `household` all talks of it, the newest first. */
  @Get()
  @RecordsReading({ action: 'talks-listed', subjectKind: 'office', isList: true })
  @Says('Talks by start; with household all talks of it', TalksAnswer)
  async list(
    @Req() { caller }: ApiRequest,
    @Query({ schema: TalksQuery }) query: z.infer<typeof TalksQuery>,
  ): Promise<Page<TalkJson>> {
    const { id, timeZone } = await this.offices.get(caller.officeId);
    const { from, to } = periodOf(query, localDay(this.clock.now(), timeZone));
    const talks =
      query.household === undefined
        ? await this.talks.between(id, from, to)
        : await this.talks.ofHousehold(id, query.household);
    const { items, next } = pageOf(talks, query);
    return { items: items.map((talk) => talkJson(talk, timeZone)), next };
  }

  @Get(':id')
  @RecordsReading({ action: 'talk-read', subjectKind: 'talk', parameter: 'id' })
  @Says('One talk', TalkAnswer)
  async one(@Req() { caller }: ApiRequest, @Param('id') id: string): Promise<TalkJson> {
    return this.shown(caller.officeId, id);
  }

  /** Books a place; 409 with the next best places when somebody was faster, 422 with them when rules say no. */
  @Post()
  @Says('Book a place; 409 with the next best places when somebody was faster', TalkAnswer, 201)
  @Needs('plan')
  async book(
    @Req() request: ApiRequest,
    @Body({ schema: BookBody }) body: z.infer<typeof BookBody>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TalkJson> {
    const { officeId } = request.caller;
    const { householdId, overrideReason } = body;
    const command = {
      officeId,
      householdId,
      actor: actorOf(request),
      choice: choiceOf(body),
      overrideReason,
    };
    const outcome = await this.bookTalk.run(command);
    const before = await this.bookedBefore(request, outcome, command.choice);
    const { talkId } = before ?? done(outcome);
    response.setHeader('Location', `/api/v1/talks/${talkId}`);
    return this.shown(officeId, talkId);
  }

  /** Moves the talk that `version` showed; all its resources are swapped at once. */
  @Post(':id/reschedule')
  @Says('Move a talk; all its resources are swapped at once', TalkAnswer)
  @HttpCode(200)
  @Needs('plan')
  async reschedule(
    @Req() request: ApiRequest,
    @Param('id') talkId: string,
    @Body({ schema: RescheduleBody }) body: z.infer<typeof RescheduleBody>,
  ): Promise<TalkJson> {
    const { officeId } = request.caller;
    const { version, overrideReason } = body;
    const whose = { officeId, talkId, version, actor: actorOf(request) };
    done(await this.moveTalk.run({ ...whose, choice: choiceOf(body), overrideReason }));
    return this.shown(officeId, talkId);
  }

  /** The talk that this very request booked when its process died before it could answer. */
  private async bookedBefore(
    request: ApiRequest,
    outcome: BookTalkOutcome,
    { startsAt, roomId, caseworkerId }: TalkChoice,
  ): Promise<{ readonly talkId: string } | undefined> {
    if (request.isTakenOver !== true || outcome.kind !== 'already-planned') return undefined;
    const talk = await this.talks.byId(request.caller.officeId, outcome.talkId);
    const isAsked =
      talk.startsAt.getTime() === Date.parse(startsAt) &&
      talk.roomId === roomId &&
      talk.caseworkerId === caseworkerId;
    return isAsked ? { talkId: talk.id } : undefined;
  }

  private async shown(officeId: number, talkId: string): Promise<TalkJson> {
    const { timeZone } = await this.offices.get(officeId);
    return talkJson(await this.talks.byId(officeId, talkId), timeZone);
  }
}
