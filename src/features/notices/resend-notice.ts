import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Audit } from '../audit/index.js';
import { OBSTACLE_TABLES, OUTDATED, RECIPIENT_OBSTACLE } from './notice-obstacle.js';
import { WakeNoticeWorker } from './wake-notice-worker.js';

interface Original {
  readonly kind: string;
  readonly state: string;
  readonly householdId: number;
  readonly isOutdated: boolean;
  readonly isReachable: boolean;
}

/** `copy_of is null` of the new row is not true, so an address that was refused does not stand in the way. */
const ORIGINAL_SQL = `
select n.kind, n.state, t.household_id as "householdId",
  (${OUTDATED}) is not null or t.starts_at <= clock.now as "isOutdated",
  coalesce(${RECIPIENT_OBSTACLE}, '') in ('', 'address-refused') as "isReachable"
from notices n ${OBSTACLE_TABLES}
where n.office_id = $2 and n.id = $3
for update of n`;

const COPY_SQL = `
insert into notices (id, office_id, kind, talk_id, revision, recipient_kind, recipient_id, channel, locale, direction,
  template_version, fallback_reason, facts, due_at, expires_at, message_id, copy_of, copy, offer_id)
select made.id, n.office_id, n.kind, n.talk_id, n.revision, n.recipient_kind, n.recipient_id, 'email', n.locale,
  n.direction, n.template_version,
  case when n.fallback_reason like 'no-approved-text:%' then n.fallback_reason end, n.facts, clock.now, t.starts_at,
  '<' || made.id || '@' || $3 || '>', n.id,
  (select max(copy) + 1 from notices c where (c.talk_id, c.revision, c.kind, c.recipient_kind, c.recipient_id)
    = (n.talk_id, n.revision, n.kind, n.recipient_kind, n.recipient_id) and c.offer_id is not distinct from n.offer_id),
  n.offer_id
from notices n ${OBSTACLE_TABLES}, (select uuidv7() as id) made
where n.id = $2
returning id`;

/** Sends a notice again on purpose: a copy with its own Message-ID, so that mail servers do not drop it as known. */
@Injectable()
export class ResendNotice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly audit: Audit,
    private readonly worker: WakeNoticeWorker,
  ) {}

  /**
   * Throws `notice-not-found`, `notice-on-its-way` (not tried yet, or being sent now), `notice-outdated` (what it says
   * no longer holds) or `notice-without-address`.
   */
  async run(officeId: number, noticeId: string, actor: string): Promise<{ noticeId: string }> {
    const copyId = await this.database.transaction(async (tx) => {
      const original = await this.original(tx, officeId, noticeId);
      const host = new URL(this.settings.publicUrl).hostname;
      const [copy] = await tx.query<{ id: string }[]>(COPY_SQL, [this.clock.offsetMs(), noticeId, host]);
      const id = copy?.id ?? '';
      await this.audit.record(tx, {
        officeId,
        actor,
        action: 'notice-resent',
        subjectKind: 'household',
        subjectId: original.householdId,
        detail: { kind: original.kind, notice: id },
      });
      return id;
    });
    await this.worker.wake([copyId]);
    return { noticeId: copyId };
  }

  private async original(tx: Tx, officeId: number, noticeId: string): Promise<Original> {
    const [original] = await tx.query<Original[]>(ORIGINAL_SQL, [this.clock.offsetMs(), officeId, noticeId]);
    if (!original) throw new DomainError('notice-not-found', 'not-found', { noticeId });
    const { state, isOutdated, isReachable } = original;
    if (state === 'planned' || state === 'sending') throw new DomainError('notice-on-its-way', 'conflict');
    if (isOutdated || state === 'superseded') throw new DomainError('notice-outdated', 'conflict');
    if (!isReachable) throw new DomainError('notice-without-address', 'conflict');
    return original;
  }
}
