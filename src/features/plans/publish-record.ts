import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { Audit } from '../audit/index.js';
import type { PlacedTalk } from '../talks/index.js';
import type { PublishResult } from './plan-record.js';
import { PlanRowsRepository, type PlanRow } from './plan-rows.repository.js';
import { PlansRepository } from './plans.repository.js';

/** What became of the rows of a plan when they were booked. */
export interface Publication {
  readonly rows: readonly PlanRow[];
  readonly placed: readonly PlacedTalk[];
}

/** Writes down what publishing a plan did, in its transaction. */
@Injectable()
export class PublishRecord {
  constructor(
    private readonly clock: Clock,
    private readonly plans: PlansRepository,
    private readonly rows: PlanRowsRepository,
    private readonly audit: Audit,
  ) {}

  /** A plan of which nothing could be booked stays under review. */
  async write(
    tx: Tx,
    of: { readonly officeId: number; readonly planId: string; readonly actor: string },
    { rows, placed }: Publication,
  ): Promise<PublishResult> {
    const byHousehold = new Map(placed.map((talk) => [talk.householdId, talk]));
    for (const row of rows) await this.writeRow(tx, row, byHousehold.get(row.householdId));
    const talkIds = placed.flatMap((talk) => (isPlaced(talk) ? [talk.talkId] : []));
    const moved = placed.filter(({ kind }) => kind === 'moved').length;
    const result = {
      booked: talkIds.length - moved,
      moved,
      conflicts: placed.length - talkIds.length,
      notices: await noticesOf(tx, talkIds),
    };
    const isOver = talkIds.length > 0 || rows.length === 0;
    const over = { state: 'published', published_by: of.actor, published_at: this.clock.now(), result };
    await this.plans.change(tx, of.planId, isOver ? over : {});
    const subject = { subjectKind: 'plan', subjectId: of.planId };
    const { officeId, actor } = of;
    await this.audit.record(tx, { officeId, actor, action: 'plan-published', ...subject, detail: result });
    return result;
  }

  private async writeRow(tx: Tx, row: PlanRow, talk: PlacedTalk | undefined): Promise<void> {
    if (talk && isPlaced(talk)) {
      await this.rows.change(tx, row, {
        state: 'published',
        talk_id: talk.talkId,
        undo: null,
        conflict: null,
      });
    } else if (talk) {
      const violations = talk.kind === 'refused' ? talk.violations : [];
      const conflict = { kind: talk.kind, violations };
      await this.rows.change(tx, row, { state: 'conflict', conflict, undo: null });
    }
  }
}

type Placed = Extract<PlacedTalk, { talkId: string }>;

const isPlaced = (talk: PlacedTalk): talk is Placed => talk.kind === 'booked' || talk.kind === 'moved';

/** Notices of what the talks are now; those of older revisions were planned by others. */
async function noticesOf(tx: Tx, talkIds: readonly string[]): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `select count(*)::int as count from notices n join talks t on t.id = n.talk_id and t.revision = n.revision
      where t.id = any($1)`,
    [talkIds],
  );
  return row?.count ?? 0;
}
