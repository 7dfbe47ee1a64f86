import { Get, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { type DeliveryRow, NoticeQueries } from '../../features/notices/index.js';
import { RecordsReading } from '../shared/records-reading.js';
import { ApiController } from './api-controller.js';
import type { ApiRequest } from './api-request.js';
import { cursorOf, type Page, PageQuery, placeOf, text } from './list.js';
import { NoticesAnswer } from './answers.schemas.js';
import { Says } from './says.js';

/** `trouble`: every notice that needs somebody to act. */
const NoticesQuery = PageQuery.extend({
  state: z
    .enum([
      'waiting',
      'retrying',
      'to-print',
      'sending',
      'sent',
      'unknown',
      'bounced',
      'failed',
      'dropped',
      'superseded',
      'trouble',
    ])
    .optional(),
  kind: text(40).optional(),
});

/** Who was or will be told what, and whether it arrived. */
@ApiController('notices', 'personal')
export class NoticesController {
  constructor(private readonly notices: NoticeQueries) {}

  /** The newest first. */
  @Get()
  @RecordsReading({ action: 'notices-listed', subjectKind: 'office', isList: true })
  @Says('Who was or will be told what, the newest first', NoticesAnswer)
  async list(
    @Req() { caller }: ApiRequest,
    @Query({ schema: NoticesQuery }) query: z.infer<typeof NoticesQuery>,
  ): Promise<Page<DeliveryRow>> {
    const { limit, cursor, state, kind } = query;
    const filter = { ...(state !== undefined && { state }), ...(kind !== undefined && { kind }) };
    const before = placeOf(cursor, z.uuid());
    const { rows, next } = await this.notices.delivery(caller.officeId, filter, { before, limit });
    return { items: rows, next: next === undefined ? null : cursorOf(next) };
  }
}
