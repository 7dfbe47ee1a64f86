import { Injectable } from '@nestjs/common';
import { pricedVisit, visitCost, type AgreedVisit, type Cost } from '../../../scheduling/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { minuteUp } from './minutes.js';
import { OfficeTermsOf } from './office-terms.js';

/** A visit that an interpreter might be asked for now. */
export interface PossibleVisit {
  readonly officeId: number;
  readonly interpreterId: number;
  /** Local day `YYYY-MM-DD`. */
  readonly day: string;
  readonly visit: AgreedVisit;
}

/** Says what visits would cost that are not booked yet. */
@Injectable()
export class VisitPrices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly terms: OfficeTermsOf,
  ) {}

  /** The whole visit, ordered now; undefined when no version of the interpreter's tariff is valid on its day. */
  async of({ officeId, interpreterId, day, visit }: PossibleVisit): Promise<Cost | undefined> {
    const [row] = await this.database.query<{ tariffCode: string }>(
      'select tariff_code as "tariffCode" from interpreters where id = $1',
      [interpreterId],
    );
    const terms = row && (await this.terms.on({ officeId, tariffCode: row.tariffCode, day }));
    return terms && visitCost(pricedVisit(visit, minuteUp(this.clock.now())), terms);
  }
}
