import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { type AuditFault, CHAIN_START, faultsOf, type SealedLine, sealingKey } from './audit-chain.js';
import { AUDIT_LINE } from './audit-line.sql.js';

const AT_ONCE = 5000;

/** The end of a chain; kept elsewhere, it proves later that nothing was cut off. */
export interface AuditHead {
  readonly position: number;
  readonly hash: string;
}

export interface AuditReport {
  /** How many entries are sealed. */
  readonly checked: number;
  readonly faults: readonly AuditFault[];
  /** Entries of the last seconds, without a seal yet. */
  readonly unsealed: number;
  readonly head: AuditHead;
}

/** Looks whether the audit of an office is as it was written. */
@Injectable()
export class CheckAudit {
  private readonly key: Buffer;

  constructor(
    private readonly database: Database,
    settings: Settings,
  ) {
    this.key = sealingKey(settings.secretKey);
  }

  /** Reads only. @param expected an earlier head: it must still be in the chain */
  async run(officeId: number, expected?: AuditHead): Promise<AuditReport> {
    const faults: AuditFault[] = [];
    let before: { readonly position: number; readonly hash: Buffer } = { position: 0, hash: CHAIN_START };
    let checked = 0;
    let isExpectedFound = expected === undefined;
    for (;;) {
      const lines = await this.linesAfter(officeId, before.position);
      faults.push(...faultsOf(this.key, before, lines));
      isExpectedFound ||= lines.some(
        ({ position, hash }) => position === expected?.position && hash.toString('hex') === expected.hash,
      );
      checked += lines.length;
      before = lines.at(-1) ?? before;
      if (lines.length < AT_ONCE) break;
    }
    if (!isExpectedFound && expected) {
      faults.push({ kind: 'seal-missing', position: expected.position, entryId: null });
    }
    const head = { position: before.position, hash: before.hash.toString('hex') };
    return { checked, faults, unsealed: await this.unsealed(officeId), head };
  }

  private linesAfter(officeId: number, position: number): Promise<SealedLine[]> {
    return this.database.query<SealedLine>(
      `select s.position::int, s.entry_id as "entryId", s.hash, case when e.id is not null then ${AUDIT_LINE} end as line
         from audit_seals s left join audit_entries e on e.id = s.entry_id
        where s.office_id = $1 and s.position > $2 order by s.position limit ${AT_ONCE}`,
      [officeId, position],
    );
  }

  private async unsealed(officeId: number): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from audit_entries e
        where e.office_id = $1 and not exists (select from audit_seals s where s.entry_id = e.id)`,
      [officeId],
    );
    return row?.count ?? 0;
  }
}
