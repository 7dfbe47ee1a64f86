import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type Reconciled, ReconcileNotices } from '../notices/index.js';
import { type Reconciler, reconcilers } from './reconcilers.js';

/** What one comparison found and put right. */
export interface ReconcileLine extends Reconciled {
  readonly name: string;
  readonly meaning: string;
}

/** Two-part key of the advisory lock under which one process at a time reconciles. */
const LOCK = [5347, 9];

/** Compares what must agree and puts right what does not. A second run at once finds nothing. */
@Injectable()
export class Reconcile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notices: ReconcileNotices,
  ) {}

  /** Undefined when another process is at it. */
  run(): Promise<readonly ReconcileLine[] | undefined> {
    return this.database.transaction(async (guard) => {
      const [lock] = await guard.query<{ mine: boolean }[]>(
        'select pg_try_advisory_xact_lock($1, $2) as mine',
        LOCK,
      );
      return lock?.mine ? this.compareAll() : undefined;
    });
  }

  private async compareAll(): Promise<readonly ReconcileLine[]> {
    const lines: ReconcileLine[] = [];
    for (const each of reconcilers) {
      const { name, meaning } = each;
      lines.push({ name, meaning, ...(await this.compare(each)) });
    }
    const { notices } = this;
    return [
      ...lines,
      {
        name: 'notice-leases',
        meaning: 'notices whose sender stopped: due again',
        ...(await notices.leases()),
      },
      {
        name: 'untold-talks',
        meaning: 'households that were not told of their talk as it is: told',
        ...(await notices.untold()),
      },
      {
        name: 'missing-reminders',
        meaning: 'reminders that the rules ask for: planned',
        ...(await notices.reminders()),
      },
    ];
  }

  /** Bookings wait while something is put right, and only then. */
  private async compare({ find, mend }: Reconciler): Promise<Reconciled> {
    const now = this.clock.now();
    const found = (await this.database.query(find, [now])).length;
    if (found === 0) return { found, mended: 0 };
    return this.database.transaction(async (tx) => {
      await tx.query('lock table households, talks, allocations in share row exclusive mode');
      const mended = await tx.query<unknown[]>(mend, [now]);
      return { found, mended: mended.length };
    });
  }
}
