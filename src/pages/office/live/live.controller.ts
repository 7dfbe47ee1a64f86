import { Get, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { LiveQuery } from './live.forms.js';
import { LiveStreams } from './live-streams.js';

/** Tells an open page how much others have changed since: numbers only, never what or whose. */
@OfficeController('live', 'own')
export class LiveController {
  constructor(
    private readonly pages: OfficePages,
    private readonly streams: LiveStreams,
  ) {}

  @Get()
  async open(
    @Req() request: OfficeRequest,
    @Query() query: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const asked = LiveQuery.safeParse(query);
    if (!asked.success) throw new DomainError('malformed', 'malformed');
    await this.streams.open(await this.pages.context(request), asked.data, response);
  }
}
