import { Injectable } from '@nestjs/common';
import type { TrialTotals, Weights } from '../../../scheduling/index.js';
import { Database } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';

/** Weights that somebody tries out, and what they would do beside those of the office. */
export interface WeightTrial {
  readonly id: string;
  readonly officeId: number;
  /** The plan whose question is searched again. */
  readonly planId: string;
  readonly state: 'waiting' | 'running' | 'ready' | 'failed';
  readonly present: Weights;
  readonly tried: Weights;
  readonly result: { readonly present: TrialTotals; readonly tried: TrialTotals } | null;
}

/** A new trial. */
export type NewTrial = Pick<WeightTrial, 'officeId' | 'planId' | 'present' | 'tried'> & {
  readonly actor: string;
  readonly now: Date;
};

const COLUMNS = `id, office_id as "officeId", plan_id as "planId", state, present, tried, result`;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
/** Two short searches end long before; a worker that dies leaves the trial to the next one. */
const LEASE_SECONDS = 120;
const MOST_ATTEMPTS = 3;

/** Loads and saves trials of weights. */
@Injectable()
export class WeightTrialsRepository {
  constructor(private readonly database: Database) {}

  /** Throws `weight-trial-not-found`, also for one of another office. */
  async get(officeId: number, id: string): Promise<WeightTrial> {
    const sql = `select ${COLUMNS} from weight_trials where office_id = $1 and id = $2`;
    const rows = UUID.test(id) ? await this.database.query<WeightTrial>(sql, [officeId, id]) : [];
    const [trial] = rows;
    if (!trial) throw new DomainError('weight-trial-not-found', 'not-found');
    return trial;
  }

  async insert({ officeId, planId, present, tried, actor, now }: NewTrial): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      `insert into weight_trials (office_id, plan_id, present, tried, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [officeId, planId, present, tried, actor, now],
    );
    return row?.id ?? '';
  }

  /** Takes the oldest trial that waits, or whose worker is gone; one that ended three workers is given up. */
  async claim(): Promise<WeightTrial | undefined> {
    await this.database.query(
      `update weight_trials set state = 'failed', lease_until = null
        where state = 'running' and lease_until < now() and attempts >= $1`,
      [MOST_ATTEMPTS],
    );
    const [trial] = await this.database.query<WeightTrial>(
      `with claimed as (
         update weight_trials set state = 'running', attempts = attempts + 1,
                lease_until = now() + $1 * interval '1 second'
          where id = (select id from weight_trials
                       where state = 'waiting' or (state = 'running' and lease_until < now())
                       order by created_at limit 1 for update skip locked)
         returning *)
       select ${COLUMNS} from claimed`,
      [LEASE_SECONDS],
    );
    return trial;
  }

  /** Ends a trial with what was found; without it, the trial failed. */
  async finish(id: string, result: WeightTrial['result']): Promise<void> {
    await this.database.query(
      `update weight_trials set state = $2, lease_until = null, result = $3 where id = $1 and state = 'running'`,
      [id, result ? 'ready' : 'failed', result],
    );
  }
}
