import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Audit } from '../audit/index.js';

/** Why nothing is sent, and since when. */
export interface OpenHold {
  readonly reason: string;
  readonly since: Date;
  /** E-mails that would leave at once if it ended now; some may be put aside as outdated then. */
  readonly due: number;
}

/** SQL condition under which senders claim notices. */
export const NOT_HELD = 'not exists (select from sending_holds where released_at is null)';

/** Puts the outbox of a restored database on hold; `$1` is the reason. */
export const HOLD_SQL = `
insert into sending_holds (reason, since)
select $1, now() where not exists (select from sending_holds where released_at is null)`;

/** The outbox of all offices on hold, until a person has looked. */
@Injectable()
export class SendingHold {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Undefined when nothing is held. */
  async open(): Promise<OpenHold | undefined> {
    const [hold] = await this.database.query<OpenHold>(
      `select reason, since, (select count(*)::int from notices where state = 'planned' and channel = 'email'
                and due_at <= $1) as due
         from sending_holds where released_at is null`,
      [this.clock.now()],
    );
    return hold;
  }

  /** Lets senders go on; each office's audit says who did. False when nothing was held. */
  release(actor: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const released = await tx.query<unknown[]>(
        `with gone as (update sending_holds set released_at = $1, released_by = $2 where released_at is null returning id)
         select id from gone`,
        [this.clock.now(), actor],
      );
      if (released.length === 0) return false;
      const offices = await tx.query<{ id: number }[]>('select id from offices');
      await this.audit.recordAll(
        tx,
        offices.map(({ id }) => ({
          officeId: id,
          actor,
          action: 'sending-released',
          subjectKind: 'office',
          subjectId: id,
        })),
      );
      return true;
    });
  }
}
