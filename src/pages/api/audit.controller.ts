import { Get, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { Audit, type RecordedEntry } from '../../features/audit/index.js';
import { ApiController } from './api-controller.js';
import type { ApiRequest } from './api-request.js';
import { cursorOf, type Page, PageQuery, placeOf, text } from './list.js';
import { AuditAnswer } from './answers.schemas.js';
import { Says } from './says.js';

const AuditQuery = PageQuery.extend({
  subjectKind: text(40).optional(),
  subjectId: text(60).optional(),
});

const Place = z.string().regex(/^[1-9]\d{0,17}$/);

/** Who did what to which thing, for those who check on it. */
@ApiController('audit', ['administrator', 'auditor'])
export class AuditController {
  constructor(private readonly audit: Audit) {}

  /** The newest entries first. */
  @Get()
  @Says('Who did what to which thing, the newest first', AuditAnswer)
  async list(
    @Req() { caller }: ApiRequest,
    @Query({ schema: AuditQuery }) query: z.infer<typeof AuditQuery>,
  ): Promise<Page<RecordedEntry>> {
    const { limit, cursor, subjectKind, subjectId } = query;
    const before = placeOf(cursor, Place);
    const entries = await this.audit.list(caller.officeId, {
      limit: limit + 1,
      ...(subjectKind !== undefined && { subjectKind }),
      ...(subjectId !== undefined && { subjectId }),
      ...(before !== undefined && { before }),
    });
    const items = entries.slice(0, limit);
    const last = items.at(-1);
    return { items, next: last && entries.length > limit ? cursorOf(last.id) : null };
  }
}
