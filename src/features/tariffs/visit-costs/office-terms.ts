import { Injectable } from '@nestjs/common';
import type { TariffTerms } from '../../../scheduling/index.js';
import type { Tx } from '../../../platform/database/database.js';
import { Offices } from '../../offices/index.js';
import { officeCalendar } from '../office-calendar.js';
import { TariffQueries } from '../tariff.queries.js';
import type { TariffVersion } from '../tariff-version.js';

/** By what a visit is priced, and which version says so. */
export interface OfficeTerms extends TariffTerms {
  readonly tariff: TariffVersion;
}

/** Finds the tariff of a visit and the calendar by which its deadlines count. */
@Injectable()
export class OfficeTermsOf {
  constructor(
    private readonly offices: Offices,
    private readonly tariffs: TariffQueries,
  ) {}

  /** @param day local day of the visit `YYYY-MM-DD`; undefined: no version of the tariff is valid then */
  async on(
    { officeId, tariffCode, day }: { officeId: number; tariffCode: string; day: string },
    tx?: Tx,
  ): Promise<OfficeTerms | undefined> {
    const tariff = await this.tariffs.on(tariffCode, day, tx);
    if (!tariff) return undefined;
    const office = await this.offices.get(officeId, tx);
    return { tariff, rules: tariff.rules, calendar: officeCalendar(office, day) };
  }
}
