import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { ChangeSettings, type SettingsRecord } from '../../../features/settings/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { announcing } from '../banner.js';
import type { OfficeContext } from '../office-context.js';
import { DisplacesPages, type Wanted } from './displaces-pages.js';

interface DayChange {
  readonly record: SettingsRecord;
  /** The records to enter, or the ids of those to remove. */
  readonly what: { readonly enter: readonly object[] } | { readonly remove: readonly number[] };
  readonly approved: readonly string[];
  /** What is sent again when talks lose their place. */
  readonly wanted: Wanted;
  readonly next: string;
}

/** Enters or removes closing days and absences, and asks first when booked talks lose their place. */
@Injectable()
export class ChangeDays {
  constructor(
    private readonly change: ChangeSettings,
    private readonly displaces: DisplacesPages,
  ) {}

  async run(context: OfficeContext, wish: DayChange, response: Response): Promise<void> {
    const { office, staff } = context;
    const { record, what, approved } = wish;
    const whose = { officeId: office.id, actor: `staff:${staff.id}`, approved, record };
    const outcome = await ('enter' in what
      ? this.change.create({ ...whose, values: what.enter })
      : this.change.remove({ ...whose, ids: what.remove }));
    if (outcome.kind === 'displaces') {
      const page = await this.displaces.page(context, outcome.talks, wish.wanted);
      response.status(409).type('html').send(page);
      return;
    }
    // talks that lost their place go on from here, all by one approval
    const next = approved.length > 0 ? officePaths.displaced : wish.next;
    response.redirect(303, announcing(next, 'saved'));
  }
}
