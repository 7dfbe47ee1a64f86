import { Body, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { z } from 'zod';
import {
  Absences,
  Availability,
  BusyFeeds,
  InterpreterLists,
  InterpreterSessions,
} from '../../features/interpreters/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Needs } from './access.js';
import { ApiController } from './api-controller.js';
import { actorOf, type ApiRequest } from './api-request.js';
import {
  AbsenceBody,
  AbsencesAnswer,
  AvailabilityAnswer,
  AvailabilityBody,
  BusyFeedBody,
  BusyFeedsAnswer,
  RemoveBody,
  SignedOutAnswer,
} from './interpreter.schemas.js';
import { IdText } from './list.js';
import { Says } from './says.js';

/** A list that is short and comes whole. */
interface Items<T> {
  readonly items: readonly T[];
}

/** When interpreters can work: what they say on their own pages, for the offices they work for. */
@ApiController('interpreters/:id', 'personal')
export class InterpretersController {
  constructor(
    private readonly lists: InterpreterLists,
    private readonly hours: Availability,
    private readonly absences: Absences,
    private readonly feeds: BusyFeeds,
    private readonly sessions: InterpreterSessions,
  ) {}

  @Get('availability')
  @Says('Weekly hours and coming extra times', AvailabilityAnswer)
  async availability(
    @Req() request: ApiRequest,
    @Param('id') id: string,
  ): Promise<Awaited<ReturnType<Availability['of']>>> {
    return this.hours.of(await this.own(request, id));
  }

  /** Replaces the weekly hours; talks that were accepted stay. */
  @Post('availability')
  @Says('Replace the weekly hours', AvailabilityAnswer)
  @HttpCode(200)
  @Needs('plan')
  async saveAvailability(
    @Req() request: ApiRequest,
    @Param('id') id: string,
    @Body({ schema: AvailabilityBody }) body: z.infer<typeof AvailabilityBody>,
  ): Promise<Awaited<ReturnType<Availability['of']>>> {
    const interpreterId = await this.own(request, id);
    await this.hours.saveHours(interpreterId, body.hours);
    return this.hours.of(interpreterId);
  }

  @Get('absences')
  @Says('Absences that are not over', AbsencesAnswer)
  async listAbsences(
    @Req() request: ApiRequest,
    @Param('id') id: string,
  ): Promise<Items<Awaited<ReturnType<Absences['of']>>[number]>> {
    return { items: await this.absences.of(await this.own(request, id)) };
  }

  /** 409 `absence-affects` with the ids of accepted talks in that time that are not among `seen`; nothing is saved. */
  @Post('absences')
  @Says('Enter an absence; 409 with the talks it would hit', AbsencesAnswer)
  @HttpCode(200)
  @Needs('plan')
  async addAbsence(
    @Req() request: ApiRequest,
    @Param('id') id: string,
    @Body({ schema: AbsenceBody }) body: z.infer<typeof AbsenceBody>,
  ): ReturnType<InterpretersController['listAbsences']> {
    const interpreterId = await this.own(request, id);
    const { note = '', seen = [] } = body;
    const absence = { from: new Date(body.from), until: new Date(body.until), note };
    const outcome = await this.absences.add(interpreterId, absence, { seen, actor: actorOf(request) });
    if (outcome.kind === 'affects') {
      const talkIds = outcome.affects.map(({ talkId }) => talkId);
      throw new DomainError('absence-affects', 'conflict', { talkIds });
    }
    return { items: await this.absences.of(interpreterId) };
  }

  @Post('absences/remove')
  @Says('Remove an absence', AbsencesAnswer)
  @HttpCode(200)
  @Needs('plan')
  async removeAbsence(
    @Req() request: ApiRequest,
    @Param('id') id: string,
    @Body({ schema: RemoveBody }) body: z.infer<typeof RemoveBody>,
  ): ReturnType<InterpretersController['listAbsences']> {
    const interpreterId = await this.own(request, id);
    await this.absences.remove(interpreterId, body.id, actorOf(request));
    return { items: await this.absences.of(interpreterId) };
  }

  @Get('busy-feeds')
  @Says('Calendars read as busy times', BusyFeedsAnswer)
  async listFeeds(
    @Req() request: ApiRequest,
    @Param('id') id: string,
  ): Promise<Items<Awaited<ReturnType<BusyFeeds['of']>>[number]>> {
    return { items: await this.feeds.of(await this.own(request, id)) };
  }

  /** The address is sealed and read within the next minute. */
  @Post('busy-feeds')
  @Says('Connect a calendar by its https address', BusyFeedsAnswer)
  @HttpCode(200)
  @Needs('plan')
  async addFeed(
    @Req() request: ApiRequest,
    @Param('id') id: string,
    @Body({ schema: BusyFeedBody }) body: z.infer<typeof BusyFeedBody>,
  ): ReturnType<InterpretersController['listFeeds']> {
    const interpreterId = await this.own(request, id);
    await this.feeds.add(interpreterId, body.address);
    return { items: await this.feeds.of(interpreterId) };
  }

  @Post('busy-feeds/remove')
  @Says('Forget a calendar and its busy times', BusyFeedsAnswer)
  @HttpCode(200)
  @Needs('plan')
  async removeFeed(
    @Req() request: ApiRequest,
    @Param('id') id: string,
    @Body({ schema: RemoveBody }) body: z.infer<typeof RemoveBody>,
  ): ReturnType<InterpretersController['listFeeds']> {
    const interpreterId = await this.own(request, id);
    await this.feeds.remove(interpreterId, body.id);
    return { items: await this.feeds.of(interpreterId) };
  }

  /** For a lost phone: ends every session, and links on their way sign nobody in any more. */
  @Post('sign-out')
  @Says('Sign an interpreter out on all devices', SignedOutAnswer)
  @HttpCode(200)
  @Needs('plan')
  async signOut(@Req() request: ApiRequest, @Param('id') id: string): Promise<{ readonly devices: number }> {
    const interpreterId = await this.own(request, id);
    const devices = await this.sessions.count(interpreterId);
    await this.sessions.endAll(interpreterId);
    return { devices };
  }

  /** Throws `interpreter-unknown` for anything but an interpreter on the list of the caller's office. */
  private async own({ caller }: ApiRequest, id: string): Promise<number> {
    const known = IdText.safeParse(id);
    if (!known.success) throw new DomainError('interpreter-unknown', 'not-found');
    await this.lists.assertOnList(caller.officeId, known.data);
    return known.data;
  }
}
