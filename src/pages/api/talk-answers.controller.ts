import { Body, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { z } from 'zod';
import { Offices } from '../../features/offices/index.js';
import { CancelTalk, ConfirmTalk, RecordOutcome, TalkQueries } from '../../features/talks/index.js';
import { ApiController } from './api-controller.js';
import { actorOf, type ApiRequest } from './api-request.js';
import { talkJson, type TalkJson } from './talk-json.js';
import { done } from './talk-refusals.js';
import { CancelBody, ConfirmBody, OutcomeBody } from './talk.schemas.js';
import { TalkAnswer } from './talk-answers.schemas.js';
import { Says } from './says.js';

/** What becomes of a booked talk; each answer names the version or revision that was seen. */
@ApiController('talks', 'plan')
export class TalkAnswersController {
  constructor(
    private readonly talks: TalkQueries,
    private readonly offices: Offices,
    private readonly cancelTalk: CancelTalk,
    private readonly confirmTalk: ConfirmTalk,
    private readonly recordOutcome: RecordOutcome,
  ) {}

  /** Calls a coming talk off; `by` is whose wish it is. */
  @Post(':id/cancel')
  @Says('Call a coming talk off', TalkAnswer)
  @HttpCode(200)
  async cancel(
    @Req() request: ApiRequest,
    @Param('id') talkId: string,
    @Body({ schema: CancelBody }) body: z.infer<typeof CancelBody>,
  ): Promise<TalkJson> {
    done(await this.cancelTalk.run({ ...whose(request, talkId), ...body }));
    return this.shown(request, talkId);
  }

  /** The household comes. Saying so twice is once. */
  @Post(':id/confirm')
  @Says('The household comes; saying so twice is once', TalkAnswer)
  @HttpCode(200)
  async confirm(
    @Req() request: ApiRequest,
    @Param('id') talkId: string,
    @Body({ schema: ConfirmBody }) { revision }: z.infer<typeof ConfirmBody>,
  ): Promise<TalkJson> {
    done(await this.confirmTalk.run({ ...whose(request, talkId), revision }));
    return this.shown(request, talkId);
  }

  /** What came of a talk that has begun. */
  @Post(':id/outcome')
  @Says('What came of a talk that has begun', TalkAnswer)
  @HttpCode(200)
  async outcome(
    @Req() request: ApiRequest,
    @Param('id') talkId: string,
    @Body({ schema: OutcomeBody }) body: z.infer<typeof OutcomeBody>,
  ): Promise<TalkJson> {
    done(await this.recordOutcome.run({ ...whose(request, talkId), ...body }));
    return this.shown(request, talkId);
  }

  private async shown({ caller }: ApiRequest, talkId: string): Promise<TalkJson> {
    const { timeZone } = await this.offices.get(caller.officeId);
    return talkJson(await this.talks.byId(caller.officeId, talkId), timeZone);
  }
}

function whose(request: ApiRequest, talkId: string): { officeId: number; talkId: string; actor: string } {
  return { officeId: request.caller.officeId, talkId, actor: actorOf(request) };
}
