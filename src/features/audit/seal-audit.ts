import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { CHAIN_START, sealingKey, sealOf } from './audit-chain.js';
import { AUDIT_LINE } from './audit-line.sql.js';

/** Two-part advisory locks with this first part: one sealer at a time per office. */
const SEALING_LOCK = 5348;
const AT_ONCE = 1000;
/** An entry may become visible after later ones; so many entries later is long after its transaction ended. */
const LATE_BY = 10_000;

interface Head {
  readonly position: number;
  readonly entryId: string;
  readonly hash: Buffer;
}

/**
 * Seals entries some seconds after they were written. Not in the transaction that writes them: a chain allows one
 * writer at a time, and bookings must not wait for each other because of it.
 */
@Injectable()
export class SealAudit {
  private readonly key: Buffer;

  constructor(
    private readonly database: Database,
    settings: Settings,
  ) {
    this.key = sealingKey(settings.secretKey);
  }

  /** Seals all that is there; says how many entries. Two at the same time never seal the same. */
  async run(): Promise<number> {
    const offices = await this.database.query<{ id: number }>('select id from offices order by id');
    let sealed = 0;
    for (const { id } of offices) {
      let now: number;
      do {
        now = await this.database.transaction((tx) => this.sealSome(tx, id));
        sealed += now;
      } while (now === AT_ONCE);
    }
    return sealed;
  }

  private async sealSome(tx: Tx, officeId: number): Promise<number> {
    const [lock] = await tx.query<{ taken: boolean }[]>('select pg_try_advisory_xact_lock($1, $2) as taken', [
      SEALING_LOCK,
      officeId,
    ]);
    if (lock?.taken !== true) return 0;
    const head = await this.head(tx, officeId);
    const entries = await tx.query<{ id: string; line: string }[]>(
      `select e.id, ${AUDIT_LINE} as line from audit_entries e
        where e.office_id = $1 and e.id > $2::bigint - ${LATE_BY}
          and not exists (select from audit_seals s where s.entry_id = e.id)
        order by e.id limit ${AT_ONCE}`,
      [officeId, head.entryId],
    );
    if (entries.length > 0) await this.append(tx, officeId, head, entries);
    return entries.length;
  }

  private async head(tx: Tx, officeId: number): Promise<Head> {
    const [row] = await tx.query<Head[]>(
      `select position::int, entry_id as "entryId", hash from audit_seals
        where office_id = $1 order by position desc limit 1`,
      [officeId],
    );
    return row ?? { position: 0, entryId: '0', hash: CHAIN_START };
  }

  private async append(
    tx: Tx,
    officeId: number,
    head: Head,
    entries: readonly { readonly id: string; readonly line: string }[],
  ): Promise<void> {
    let hash = head.hash;
    const hashes = entries.map(({ line }, index) => {
      hash = sealOf(this.key, hash, head.position + index + 1, line);
      return hash;
    });
    await tx.query(
      `insert into audit_seals (office_id, position, entry_id, hash)
       select $1, $2 + place, entry_id, hash
         from unnest($3::bigint[], $4::bytea[]) with ordinality as x (entry_id, hash, place)`,
      [officeId, head.position, entries.map(({ id }) => id), hashes],
    );
  }
}
