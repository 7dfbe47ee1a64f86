import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { JobQueries, JobItems, OrderJob } from '../jobs/index.js';
import { ActionFactsReader } from './action-facts.js';
import { needsReason, obstacleTo, type HouseholdAction, type Obstacle } from './household-action.js';

/** What is to be done to whom; the reason in the words of the staff, for actions that need one. */
export interface HouseholdActionOrder {
  readonly officeId: number;
  readonly actor: string;
  readonly action: HouseholdAction;
  readonly reason: string;
  readonly householdIds: readonly number[];
}

/** Which job is taken back, and by whom. */
interface TakeBackOrder {
  readonly officeId: number;
  readonly jobId: string;
  readonly actor: string;
}

/** What an action would do. */
export interface ActionPreview {
  /** Households that it changes, most urgent first. */
  readonly changed: readonly number[];
  /** How many it leaves out, by why. */
  readonly leftOut: ReadonlyMap<Obstacle, number>;
}

const LONGEST_REASON = 200;
/** As many as one job takes. */
export const MOST_HOUSEHOLDS = 5000;

/** Orders something for many households; a worker does it, one after the other. */
@Injectable()
export class OrderHouseholdAction {
  constructor(
    private readonly database: Database,
    private readonly reader: ActionFactsReader,
    private readonly jobs: OrderJob,
    private readonly queries: JobQueries,
    private readonly items: JobItems,
  ) {}

  /** Changes nothing. */
  async preview(
    order: Pick<HouseholdActionOrder, 'officeId' | 'action' | 'householdIds'>,
  ): Promise<ActionPreview> {
    const households = await this.reader.list(order.officeId, order.householdIds);
    const judged = households.map((facts) => ({ id: facts.id, obstacle: obstacleTo(order.action, facts) }));
    const leftOut = new Map<Obstacle, number>();
    for (const { obstacle } of judged) {
      if (obstacle !== undefined) leftOut.set(obstacle, (leftOut.get(obstacle) ?? 0) + 1);
    }
    return { changed: judged.filter(({ obstacle }) => obstacle === undefined).map(({ id }) => id), leftOut };
  }

  /**
   * The job's id. Households of another office are not in it. Throws `action-reason-missing`, `action-too-many`, and
   * `action-without-households` when none is left.
   */
  async run(order: HouseholdActionOrder): Promise<string> {
    const { officeId, actor, action, householdIds } = order;
    const reason = order.reason.trim();
    if (needsReason(action) && (reason === '' || reason.length > LONGEST_REASON)) {
      throw new DomainError('action-reason-missing', 'invalid', { limit: LONGEST_REASON });
    }
    if (householdIds.length > MOST_HOUSEHOLDS) {
      throw new DomainError('action-too-many', 'invalid', { count: MOST_HOUSEHOLDS });
    }
    const known = await this.reader.list(officeId, householdIds);
    if (known.length === 0) throw new DomainError('action-without-households', 'invalid');
    return this.order({
      officeId,
      actor,
      about: { action, reason },
      householdIds: known.map(({ id }) => id),
    });
  }

  /** Gives back what a job changed, as far as nobody has changed it since. Throws `job-not-found`, `action-not-undoable`. */
  async takeBack({ officeId, jobId, actor }: TakeBackOrder): Promise<string> {
    const { kind, about } = await this.queries.get(officeId, jobId);
    if (kind !== 'inbox' || about['of'] !== undefined)
      throw new DomainError('action-not-undoable', 'conflict');
    const done = await this.items.inState(jobId, 'done');
    if (done.length === 0) throw new DomainError('action-without-households', 'invalid');
    const back = { action: 'take-back', of: jobId, undone: about['action'] };
    return this.order({
      officeId,
      actor,
      about: back,
      householdIds: done.map(({ householdId }) => householdId),
    });
  }

  private async order(job: {
    readonly officeId: number;
    readonly actor: string;
    readonly about: Readonly<Record<string, unknown>>;
    readonly householdIds: readonly number[];
  }): Promise<string> {
    const jobId = await this.database.transaction((tx) => this.jobs.run(tx, { ...job, kind: 'inbox' }));
    await this.jobs.wake(jobId, 'inbox');
    return jobId;
  }
}
