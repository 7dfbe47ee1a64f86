import { Body, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { SavedFilters } from '../../../features/saved-filters/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import { OfficeController } from '../office-controller.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { readInboxRequest } from './inbox.forms.js';

const Named = z.object({ name: z.string().trim().min(1).max(60) });

/** Filters of *Eingang* that a person keeps under a name, for themselves. */
@OfficeController('inbox/filters', 'personal')
export class SavedFiltersController {
  constructor(private readonly filters: SavedFilters) {}

  /** Keeps what is chosen; a name that is in use means this from now on. Throws `too-many-saved-filters`. */
  @Post()
  async save(
    @Req() { staff }: OfficeRequest,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { chosen } = readInboxRequest(body);
    const named = Named.safeParse(body);
    const list = officePaths.inboxWith(chosen);
    if (named.success) {
      const whose = { officeId: staff.officeId, userId: staff.id };
      await this.filters.save(whose, { name: named.data.name, chosen });
    }
    response.redirect(
      HttpStatus.SEE_OTHER,
      announcing(list, named.success ? 'saved' : 'filter-without-name'),
    );
  }

  @Post(':number/remove')
  async remove(
    @Req() { staff }: OfficeRequest,
    @Param('number') number: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.filters.remove(staff.id, readId(number));
    response.redirect(HttpStatus.SEE_OTHER, announcing(officePaths.inbox, 'saved'));
  }
}
