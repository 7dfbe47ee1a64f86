import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { type AgendaEntry, AgendaQueries } from '../agenda/agenda.queries.js';
import { Audit } from '../../audit/index.js';

/** A time in which an interpreter cannot work. */
export interface Absence {
  readonly id: number;
  readonly from: Date;
  readonly until: Date;
  /** What they or the office noted; may be empty. */
  readonly note: string;
}

/** An absence to enter: half-open, at least a minute, at most two years. */
export interface NewAbsence {
  readonly from: Date;
  readonly until: Date;
  readonly note: string;
}

/** `affects`: they have said yes to talks in that time which they have not seen yet; nothing was saved. */
export type AbsenceOutcome =
  | { readonly kind: 'saved'; readonly id: number; readonly affects: readonly AgendaEntry[] }
  | { readonly kind: 'affects'; readonly affects: readonly AgendaEntry[] };

const LONGEST_MS = 731 * 86_400_000;

/** Interpreters' absences: hard for planning and booking, never a cancellation by themselves. */
@Injectable()
export class Absences {
  constructor(
    private readonly database: Database,
    private readonly agenda: AgendaQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Those that are not over, by start. */
  of(interpreterId: number): Promise<Absence[]> {
    return this.database.query<Absence>(
      `select id, lower(during) as "from", upper(during) as until, reason as note from absences
        where resource_kind = 3 and resource_id = $1 and upper(during) > $2 order by lower(during), id`,
      [interpreterId, this.clock.now()],
    );
  }

  /** Talks they have said yes to that touch a time, by start. */
  async affected(interpreterId: number, from: Date, until: Date): Promise<AgendaEntry[]> {
    const entries = await this.agenda.between(interpreterId, from, until);
    return entries.filter(({ state }) => state !== 'cancelled');
  }

  /**
   * Enters an absence. With talks in its time that are not in `seen` nothing is saved and they are named; whoever
   * has seen them may save, and the office is left with talks whose interpreter is away.
   * Throws `time-wrong` for a time that is over, has no length or is longer than two years.
   */
  async add(
    interpreterId: number,
    absence: NewAbsence,
    { seen, actor }: { readonly seen: readonly string[]; readonly actor: string },
  ): Promise<AbsenceOutcome> {
    const { from, until } = absence;
    const length = until.getTime() - from.getTime();
    if (length <= 0 || length > LONGEST_MS || until <= this.clock.now()) {
      throw new DomainError('time-wrong', 'invalid');
    }
    const affects = await this.affected(interpreterId, from, until);
    if (affects.some(({ talkId }) => !seen.includes(talkId))) return { kind: 'affects', affects };
    const id = await this.database.transaction((tx) => this.save(tx, interpreterId, absence, actor));
    return { kind: 'saved', id, affects };
  }

  /** Removing what is gone already changes nothing. */
  async remove(interpreterId: number, id: number, actor: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const removed = await tx.query<[{ id: number }[], number]>(
        'delete from absences where resource_kind = 3 and resource_id = $1 and id = $2 returning id',
        [interpreterId, id],
      );
      if (removed[1] > 0) await this.note(tx, interpreterId, 'absence-removed', actor);
    });
  }

  private async save(tx: Tx, interpreterId: number, absence: NewAbsence, actor: string): Promise<number> {
    const { from, until, note } = absence;
    const [saved] = await tx.query<{ id: number }[]>(
      `insert into absences (resource_kind, resource_id, during, reason)
       values (3, $1, tstzrange($2, $3, '[)'), $4) returning id`,
      [interpreterId, from, until, note],
    );
    await this.note(tx, interpreterId, 'absence-added', actor);
    return saved?.id ?? 0;
  }

  /** Every office that plans with the interpreter finds it in its audit trail. */
  private async note(tx: Tx, interpreterId: number, action: string, actor: string): Promise<void> {
    const offices = await tx.query<{ officeId: number }[]>(
      'select office_id as "officeId" from office_interpreters where interpreter_id = $1',
      [interpreterId],
    );
    await this.audit.recordAll(
      tx,
      offices.map(({ officeId }) => ({
        officeId,
        actor,
        action,
        subjectKind: 'interpreter',
        subjectId: String(interpreterId),
      })),
    );
  }
}
