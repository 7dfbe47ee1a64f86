import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { NoticeClaims } from './notice-claims.js';
import { NoticePlanner } from './notice-planner.js';
import { noticesOfAcceptance, type PlannedNotice } from './planned-notices.js';
import { PlanningRepository } from './planning.repository.js';
import { onePerVisit } from './visit-reminders.js';

/** How many were wrong and how many were put right. */
export interface Reconciled {
  readonly found: number;
  readonly mended: number;
}

const COMING = `t.state in ('invited', 'confirmed', 'change-requested') and t.starts_at > $1`;
const TOLD = `exists (select from notices n where n.talk_id = t.id and n.revision = t.revision
  and n.recipient_kind = 'household')`;
const REMINDER = /^(reminder-\d+|interpreter-reminder)$/;

/** Compares notices with talks and rules, in case something was lost or written past the use cases. */
@Injectable()
export class ReconcileNotices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly claims: NoticeClaims,
    private readonly planner: NoticePlanner,
    private readonly plans: PlanningRepository,
  ) {}

  /** Notices whose sender stopped in the middle: they are due again. */
  async leases(): Promise<Reconciled> {
    const count = async (): Promise<number> => {
      const rows = await this.database.query<{ id: string }>(
        `select id from notices where state = 'sending' and lease_until <= now()`,
      );
      return rows.length;
    };
    const found = await count();
    if (found > 0) await this.claims.sweep();
    return { found, mended: found - (await count()) };
  }

  /** Coming talks of which the household was told nothing since they were last changed: it is told. */
  async untold(): Promise<Reconciled> {
    const mended = await this.eachTalk(`${COMING} and not ${TOLD}`, async (tx, talkId) => {
      await this.planner.afterAcceptance(tx, talkId);
      return 1;
    });
    return { found: mended, mended };
  }

  /** Reminders that the rules ask for and that were never planned; they are planned. */
  async reminders(): Promise<Reconciled> {
    const mended = await this.eachTalk(`${COMING} and ${TOLD}`, (tx, talkId) => this.planMissing(tx, talkId));
    return { found: mended, mended };
  }

  private async planMissing(tx: Tx, talkId: string): Promise<number> {
    const facts = await this.plans.facts(tx, talkId);
    const known = await tx.query<{ key: string }[]>(
      `select concat_ws(' ', kind, recipient_kind, recipient_id) as key from notices
       where talk_id = $1 and revision = $2`,
      [talkId, facts.revision],
    );
    const keys = new Set(known.map(({ key }) => key));
    const isMissing = ({ kind, recipient }: PlannedNotice): boolean =>
      REMINDER.test(kind) && !keys.has(`${kind} ${recipient.kind} ${String(recipient.id)}`);
    const missing = noticesOfAcceptance(facts).filter(isMissing);
    await this.plans.insert(tx, facts, missing);
    const interpreters = missing.filter(({ recipient }) => recipient.kind === 'interpreter');
    await onePerVisit(
      tx,
      interpreters.map(({ recipient }) => recipient.id),
      this.clock.now(),
    );
    return missing.length;
  }

  /** Sums what the work did for each talk, which is locked meanwhile and looked at once more. */
  private async eachTalk(
    condition: string,
    work: (tx: Tx, talkId: string) => Promise<number>,
  ): Promise<number> {
    const now = this.clock.now();
    const talks = await this.database.query<{ id: string }>(
      `select t.id from talks t where ${condition} order by t.starts_at`,
      [now],
    );
    let sum = 0;
    for (const { id } of talks) {
      sum += await this.database.transaction(async (tx) => {
        const [still] = await tx.query<unknown[]>(
          `select from talks t where ${condition} and t.id = $2 for update of t`,
          [now, id],
        );
        return still === undefined ? 0 : work(tx, id);
      });
    }
    return sum;
  }
}
