import { Get, Query, Req } from '@nestjs/common';
import type { z } from 'zod';
import { Offices } from '../../features/offices/index.js';
import { VisitQueries } from '../../features/visits/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { localDay } from '../shared/local-day.js';
import { ApiController } from './api-controller.js';
import type { ApiRequest } from './api-request.js';
import { type Page, pageOf } from './list.js';
import { visitJson, type VisitJson } from './offer-json.js';
import { VisitsAnswer, VisitsQuery } from './offer.schemas.js';
import { periodOf } from './period.js';
import { Says } from './says.js';

/** Visits of interpreters: one or more talks back to back at one site on one day. */
@ApiController('visits', 'personal')
export class VisitsController {
  constructor(
    private readonly visits: VisitQueries,
    private readonly offices: Offices,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Says('Visits of interpreters by start', VisitsAnswer)
  async list(
    @Req() { caller }: ApiRequest,
    @Query({ schema: VisitsQuery }) query: z.infer<typeof VisitsQuery>,
  ): Promise<Page<VisitJson>> {
    const { id, timeZone } = await this.offices.get(caller.officeId);
    const { from, to } = periodOf(query, localDay(this.clock.now(), timeZone));
    const { items, next } = pageOf(await this.visits.between(id, from, to), query);
    return { items: items.map(visitJson), next };
  }
}
