import { Get, Param, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { type Household, HouseholdQueries, type InboxRow } from '../../features/households/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RecordsReading } from '../shared/records-reading.js';
import { ApiController } from './api-controller.js';
import type { ApiRequest } from './api-request.js';
import { cursorOf, DateText, IdText, type Page, PageQuery, placeOf, text } from './list.js';
import { HouseholdAnswer, HouseholdsAnswer } from './household-answers.schemas.js';
import { Says } from './says.js';

const HouseholdsQuery = PageQuery.extend({
  language: text(12).optional(),
  municipality: IdText.optional(),
  state: z.enum(['open', 'planned', 'done', 'written', 'not-invited', 'moved-away']).optional(),
  channel: z.enum(['email', 'letter']).optional(),
  overdue: z.enum(['true']).optional(),
  search: text(100).optional(),
});

const Place = z.object({ targetOn: DateText, id: IdText });

/** Households and how far they are. */
@ApiController('households', 'personal')
export class HouseholdsController {
  constructor(private readonly households: HouseholdQueries) {}

  /** The most urgent first: by target date. */
  @Get()
  @RecordsReading({ action: 'households-listed', subjectKind: 'office', isList: true })
  @Says('Households, the most urgent first', HouseholdsAnswer)
  async list(
    @Req() { caller }: ApiRequest,
    @Query({ schema: HouseholdsQuery }) query: z.infer<typeof HouseholdsQuery>,
  ): Promise<Page<InboxRow>> {
    const { limit, cursor, overdue, ...filter } = query;
    const { rows, next } = await this.households.inbox(
      caller.officeId,
      { ...filter, age: overdue === undefined ? undefined : 'overdue' },
      { after: placeOf(cursor, Place), limit },
    );
    return { items: rows, next: next ? cursorOf(next) : null };
  }

  /** One household with its persons and languages; a locked address stays in the office. */
  @Get(':id')
  @RecordsReading({ action: 'household-read', subjectKind: 'household', parameter: 'id' })
  @Says('One household with its persons and languages', HouseholdAnswer)
  async one(@Req() { caller }: ApiRequest, @Param('id') id: string): Promise<Household> {
    const known = IdText.safeParse(id);
    if (!known.success) throw new DomainError('household-not-found', 'not-found');
    const household = await this.households.byId(caller.officeId, known.data);
    return household.addressLock ? { ...household, street: '', postcode: '', town: '' } : household;
  }
}
