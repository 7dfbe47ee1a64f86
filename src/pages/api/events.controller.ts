import { Get, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { TalkEvents, type TalkEvent } from '../../features/reports/index.js';
import { ApiController } from './api-controller.js';
import type { ApiRequest } from './api-request.js';
import { cursorOf, type Page, placeOf } from './list.js';
import { EventsAnswer, EventsQuery } from './report.schemas.js';
import { Says } from './says.js';

const Place = z.string().regex(/^[1-9]\d{0,17}$/);

/** A feed for systems that follow what happens to talks. */
@ApiController('events', 'personal')
export class EventsController {
  constructor(private readonly events: TalkEvents) {}

  /** `next` is where to go on, also when there is nothing new: keep it and ask again later. */
  @Get()
  @Says('What happened to talks, oldest first, from a cursor on; ids only', EventsAnswer)
  async list(
    @Req() { caller }: ApiRequest,
    @Query({ schema: EventsQuery }) { limit, cursor }: z.infer<typeof EventsQuery>,
  ): Promise<Page<TalkEvent>> {
    const items = await this.events.after(caller.officeId, placeOf(cursor, Place), limit);
    const last = items.at(-1);
    return { items, next: last ? cursorOf(last.id) : (cursor ?? null) };
  }
}
