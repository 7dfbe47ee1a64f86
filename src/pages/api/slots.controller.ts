import { Get, Query, Req, UseGuards } from '@nestjs/common';
import type { z } from 'zod';
import { Offices } from '../../features/offices/index.js';
import { type FreeSlot, FreeSlots, type SlotObstacle } from '../../features/talks/index.js';
import { SlotLimitsGuard } from '../shared/slot-limits.guard.js';
import { ApiController } from './api-controller.js';
import type { ApiRequest } from './api-request.js';
import { SlotsQuery } from './talk.schemas.js';
import { SlotsAnswer } from './talk-answers.schemas.js';
import { Says } from './says.js';

interface SlotsJson {
  readonly timeZone: string;
  readonly items: readonly FreeSlot[];
  /** Why there are none, the most blocking first; empty when there are. */
  readonly obstacles: readonly SlotObstacle[];
}

/** Places in time and space for a household's talk. */
@ApiController('slots', 'plan')
export class SlotsController {
  constructor(
    private readonly offices: Offices,
    private readonly freeSlots: FreeSlots,
  ) {}

  /** Places that may be booked as they stand, best first, or everything that stood in the way. */
  @Get()
  @UseGuards(SlotLimitsGuard)
  @Says('Free places for a household, best first, or why there are none', SlotsAnswer)
  async list(
    @Req() { caller: { officeId } }: ApiRequest,
    @Query({ schema: SlotsQuery }) query: z.infer<typeof SlotsQuery>,
  ): Promise<SlotsJson> {
    const { timeZone } = await this.offices.get(officeId);
    const { household, start, talk, caseworker, room, interpreter, ...wishes } = query;
    const answer = await this.freeSlots.run(officeId, {
      ...wishes,
      householdId: household,
      startsAt: start,
      talkId: talk,
      caseworkerId: caseworker,
      roomId: room,
      interpreterId: interpreter,
    });
    return answer.kind === 'proposed'
      ? { timeZone, items: answer.slots, obstacles: [] }
      : { timeZone, items: [], obstacles: answer.obstacles };
  }
}
