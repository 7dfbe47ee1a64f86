import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import type { Office } from '../../offices/index.js';
import type { OfficeRows } from './office-rows.js';
import { officeRowsSql } from './office-rows.sql.js';
import { officeWorld, type OfficeWorld } from './office-world.js';
import { searchWindow, weekAround } from './window.js';

/** About whom and when a scheduling question is. */
export interface WorldQuestion {
  readonly office: Office;
  readonly householdIds: readonly number[];
  /** Those of them whose talk is being moved. */
  readonly movingIds?: readonly number[];
  /** Interpreters to look at whatever they speak. */
  readonly interpreterIds?: readonly number[];
  /** An instant that must be looked at even beyond the horizon. */
  readonly reaches?: Date;
  /** One talk is to be judged, at this instant: no more than its week is read. */
  readonly onlyAround?: Date;
}

/** Planning it takes longer than running it. */
const OFFICE_ROWS = { name: 'office-rows', text: officeRowsSql };

/** Reads the office's world for the scheduling core: in the caller's transaction, or as it is at this moment. */
@Injectable()
export class SchedulingSnapshots {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async load(question: WorldQuestion, tx?: Tx): Promise<OfficeWorld> {
    const { office } = question;
    const { policies } = office;
    const now = this.clock.now();
    const { onlyAround, reaches } = question;
    const window = onlyAround ? weekAround(office, now, onlyAround) : searchWindow(office, now, reaches);
    const parameters = [
      office.id,
      question.householdIds,
      window.from,
      window.to,
      now,
      question.interpreterIds ?? [],
      policies.minimumCaseworkerLevel,
    ];
    const [answer] = await this.database.prepared<{ rows: OfficeRows }>(OFFICE_ROWS, parameters, tx);
    const rows = answer?.rows;
    if (!rows) throw new Error('The office’s world has no row.');
    return officeWorld(rows, {
      office,
      now,
      window,
      moving: new Set((question.movingIds ?? []).map(String)),
    });
  }
}
