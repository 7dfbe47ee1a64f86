import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import {
  type ItemOutcome,
  type Job,
  JobHandlers,
  type JobHandler,
  type JobHeartbeat,
  JobItems,
} from '../jobs/index.js';
import { type ActedOn, ActionFactsReader } from './action-facts.js';
import { type HouseholdAction, obstacleTo } from './household-action.js';
import { type Before, HouseholdChanges } from './household-changes.js';

/** Does something to one household after the other, each in a transaction of its own. */
@Injectable()
export class RunHouseholdAction implements JobHandler, OnModuleInit {
  readonly kind = 'inbox';

  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly items: JobItems,
    private readonly reader: ActionFactsReader,
    private readonly changes: HouseholdChanges,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this);
  }

  async run(job: Job, heartbeat: JobHeartbeat): Promise<null> {
    heartbeat.report({ step: 'working', ...(await this.items.counts(job.id)) });
    const before = await this.changedBy(job.about['of']);
    for (const { position, householdId } of await this.items.inState(job.id, 'waiting')) {
      if (heartbeat.signal.aborted) break;
      await this.one(job, { position, householdId, before: before.get(householdId) });
      heartbeat.report(await this.items.counts(job.id));
    }
    return null;
  }

  /** A piece that fails is marked, and the others go on. */
  private async one(
    job: Job,
    item: { readonly position: number; readonly householdId: number; readonly before: Before | undefined },
  ): Promise<void> {
    try {
      await this.database.transaction(async (tx) => {
        if (!(await this.items.take(tx, job.id, item.position))) return;
        const seen = await this.reader.lock(tx, job.officeId, item.householdId);
        const isBack = job.about['of'] !== undefined;
        const outcome = isBack ? await this.back(tx, job, seen, item.before) : await this.act(tx, job, seen);
        await this.items.mark(tx, job.id, item.position, outcome);
      });
    } catch {
      await this.database.transaction((tx) =>
        this.items.mark(tx, job.id, item.position, { state: 'failed', note: 'error' }),
      );
    }
  }

  private async act(tx: Tx, job: Job, seen: ActedOn): Promise<ItemOutcome> {
    const action = job.about['action'] as HouseholdAction;
    const obstacle = obstacleTo(action, seen.facts);
    if (obstacle !== undefined) return { state: 'skipped', note: obstacle };
    await this.changes.make(tx, job, seen, { action, reason: String(job.about['reason']) });
    const { state, stateReason } = seen.household;
    const before: Before = { state, reason: stateReason, suspendedBecause: seen.suspendedBecause };
    return { state: 'done', before: { ...before } };
  }

  /** Only what still is as the action left it. */
  private async back(tx: Tx, job: Job, seen: ActedOn, before: Before | undefined): Promise<ItemOutcome> {
    const undone = job.about['undone'] as HouseholdAction;
    if (!before || obstacleTo(undone, seen.facts) !== 'already') {
      return { state: 'skipped', note: 'changed-since' };
    }
    await this.changes.takeBack(tx, job, seen, { undone, before });
    return { state: 'done', note: 'taken-back' };
  }

  private async changedBy(jobId: unknown): Promise<ReadonlyMap<number, Before>> {
    if (typeof jobId !== 'string') return new Map();
    const done = await this.items.inState(jobId, 'done');
    return new Map(done.map(({ householdId, before }) => [householdId, before as unknown as Before]));
  }
}
