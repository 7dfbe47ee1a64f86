import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { Audit } from '../../audit/index.js';
import { isOpen } from '../plan.js';
import type { Plan } from '../plan-record.js';
import { PlansRepository } from '../plans.repository.js';

/** Which earlier edition shall be reviewed again. */
export interface RestoreEditionCommand {
  readonly officeId: number;
  readonly planId: string;
  readonly actor: string;
}

const COPIED = `weeks, horizon_from, horizon_to, seed, work, household_ids, selection, announced, from_day,
  snapshot, cost, bound, totals`;
const COPIED_OF_ROWS = `household_id, state, minutes, starts_at, mode, site_id, room_id, caseworker_id, interpreter_id,
  interpreter_mode, language, provision, reasons, cost, mark, proposed, undo, conflict, moves`;

/** Makes an earlier edition the newest one, as a copy: what came between stays readable. */
@Injectable()
export class RestoreEdition {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: PlansRepository,
    private readonly audit: Audit,
  ) {}

  /** The edition to review. Throws `plan-not-found`, and `plan-not-open` when the newest edition is not under review. */
  run({ officeId, planId, actor }: RestoreEditionCommand): Promise<{ readonly planId: string }> {
    return this.database.transaction(async (tx) => {
      const newest = await this.lockNewest(tx, officeId, planId);
      if (newest.id === planId) return { planId };
      const copyId = await this.copy(tx, planId, newest, actor);
      await this.plans.change(tx, newest.id, { state: 'discarded' });
      const subject = { subjectKind: 'plan', subjectId: copyId };
      const detail = { from: planId };
      await this.audit.record(tx, { officeId, actor, action: 'plan-edition-restored', ...subject, detail });
      return { planId: copyId };
    });
  }

  private async lockNewest(tx: Tx, officeId: number, planId: string): Promise<Plan> {
    const newest = (await this.plans.editions(officeId, planId)).at(-1);
    if (!newest) throw new DomainError('plan-not-found', 'not-found');
    const locked = await this.plans.lock(tx, officeId, newest.id);
    if (!isOpen(locked.state)) throw new DomainError('plan-not-open', 'conflict');
    return locked;
  }

  private async copy(tx: Tx, planId: string, newest: Plan, actor: string): Promise<string> {
    const now = this.clock.now();
    const [copy] = await tx.query<{ id: string }[]>(
      `insert into plans (office_id, state, edition, based_on, created_by, created_at, finished_at, ${COPIED})
       select office_id, 'ready', $2::int + 1, $3, $4, $5, $5, ${COPIED} from plans where id = $1 returning id`,
      [planId, newest.edition, newest.id, actor, now],
    );
    const copyId = copy?.id ?? '';
    await tx.query(
      `insert into plan_rows (plan_id, ${COPIED_OF_ROWS}) select $2, ${COPIED_OF_ROWS} from plan_rows where plan_id = $1`,
      [planId, copyId],
    );
    await tx.query(
      `insert into plan_gaps (plan_id, household_id, obstacles, hints, announced)
       select $2, household_id, obstacles, hints, announced from plan_gaps where plan_id = $1`,
      [planId, copyId],
    );
    return copyId;
  }
}
