import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Audit } from '../audit/index.js';
import type { BrokenRule } from '../talks/index.js';
import type { BrokenTalks } from './newly-broken.js';

/** A coming talk that a change of the settings left without its place. */
export interface DisplacedTalk {
  readonly talkId: string;
  readonly rules: readonly BrokenRule[];
  readonly notedAt: Date;
}

/** Talks that somebody has to move, call off, or knowingly leave as they are. */
@Injectable()
export class DisplacedTalks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Those that nobody has dealt with, by start. A talk that was changed or called off since is dealt with. */
  list(officeId: number): Promise<DisplacedTalk[]> {
    return this.database.query<DisplacedTalk>(
      `select d.talk_id as "talkId", d.rules, d.noted_at as "notedAt"
         from displaced_talks d join talks t on t.id = d.talk_id and t.revision = d.revision
        where d.office_id = $1 and t.starts_at > $2
          and t.state in ('planned', 'invited', 'confirmed', 'change-requested')
        order by t.starts_at, t.id`,
      [officeId, this.clock.now()],
    );
  }

  /** Writes down what a change did, and forgets what it put in order again. */
  async note(
    tx: Tx,
    officeId: number,
    talks: { displaced: BrokenTalks; broken: BrokenTalks },
  ): Promise<void> {
    await tx.query(`delete from displaced_talks where office_id = $1 and not talk_id = any($2::uuid[])`, [
      officeId,
      [...talks.broken.keys()],
    ]);
    const rows = [...talks.displaced].map(([id, rules]) => ({ id, rules }));
    await tx.query(
      `insert into displaced_talks (talk_id, office_id, revision, rules, noted_at)
       select t.id, t.office_id, t.revision, r.rules, $2
         from jsonb_to_recordset($1::jsonb) as r (id uuid, rules jsonb) join talks t on t.id = r.id
       on conflict (talk_id) do update set revision = excluded.revision, rules = excluded.rules, noted_at = excluded.noted_at`,
      [JSON.stringify(rows), this.clock.now()],
    );
  }

  /** Somebody decided that the talk takes place as it is; doing it again changes nothing. */
  keep(officeId: number, talkId: string, actor: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const gone = await tx.query<[unknown[], number]>(
        'delete from displaced_talks where office_id = $1 and talk_id = $2 returning talk_id',
        [officeId, talkId],
      );
      if (gone[1] === 0) return;
      const subject = { subjectKind: 'talk', subjectId: talkId };
      await this.audit.record(tx, { officeId, actor, action: 'talk-kept-in-place', ...subject });
    });
  }
}
