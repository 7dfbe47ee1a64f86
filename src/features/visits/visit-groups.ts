import { Injectable } from '@nestjs/common';
import { groupVisits, type StayTalk, type VisitOfStay } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { OfferNotices } from '../notices/index.js';
import { VisitCosts } from '../tariffs/index.js';

interface GroupedTalk extends StayTalk {
  readonly isSure: boolean;
  readonly waitMinutes: number;
}

/** Beside the four kinds of resources (features/talks/resource-locks.ts): the visits of one interpreter. */
const VISITS = 5;
const USUAL_WAIT = 30;
const MINUTE_MS = 60_000;

/** Days are local; a talk that was moved is looked for on its old day too, where its visit still is. */
const TALKS = `
with changed as (select id, office_id, visit_id, starts_at from talks where office_id = $1 and id = any($2)),
days as (
  select (c.starts_at at time zone o.time_zone)::date as day from changed c join offices o on o.id = c.office_id
  union
  select (v.starts_at at time zone o.time_zone)::date from visits v join offices o on o.id = v.office_id
   where v.id in (select visit_id from changed))
select t.id, t.interpreter_id::text as interpreter,
  case when t.interpreter_mode = 'onsite' then t.site_id::text else '@' || t.interpreter_mode end as place,
  (t.starts_at at time zone o.time_zone)::date - date '1970-01-01' as day,
  (extract(epoch from t.starts_at) / 60)::float8 as start,
  (extract(epoch from t.starts_at) / 60 + t.minutes)::float8 as "end",
  t.visit_id as visit, coalesce(t.interpreter_state, 'confirmed') = 'confirmed' as "isSure",
  coalesce(i.wait_minutes, ${USUAL_WAIT}) as "waitMinutes"
from talks t join offices o on o.id = t.office_id left join interpreters i on i.id = t.interpreter_id
where t.office_id = $1 and t.state <> 'cancelled' and t.interpreter_mode is not null
  and (t.starts_at at time zone o.time_zone)::date in (select day from days)
  and (t.id = any($2) or t.interpreter_id = any($3) or t.visit_id in (select visit_id from changed))`;

/** Keeps visits what the talks make them: split, merged, lengthened, ended and priced as talks come and go. */
@Injectable()
export class VisitGroups {
  constructor(
    private readonly clock: Clock,
    private readonly costs: VisitCosts,
    private readonly notices: OfferNotices,
  ) {}

  /** To be called after the talks' rows were written. */
  async regroup(
    tx: Tx,
    officeId: number,
    {
      talkIds,
      interpreterIds,
    }: { readonly talkIds: readonly string[]; readonly interpreterIds: readonly number[] },
  ): Promise<void> {
    const sorted = [...new Set(interpreterIds)].sort((a, b) => a - b);
    await tx.query(`select pg_advisory_xact_lock(${VISITS}, id) from unnest($1::int[]) as whose (id)`, [
      sorted,
    ]);
    const talks = await tx.query<GroupedTalk[]>(TALKS, [officeId, talkIds, sorted]);
    const waits = new Map(talks.map(({ interpreter, waitMinutes }) => [interpreter, waitMinutes]));
    const visits = groupVisits(talks, (interpreter) => waits.get(interpreter) ?? USUAL_WAIT);
    const sure = new Set(talks.filter(({ isSure }) => isSure).map(({ id }) => id));
    const saved: string[] = [];
    for (const visit of visits) saved.push(await this.save(tx, officeId, visit, sure));
    const known = [...new Set(talks.flatMap(({ visit }) => (visit === null ? [] : [visit])))];
    const ended = await this.endEmpty(tx, talkIds, known);
    const all = [...talkIds, ...talks.map(({ id }) => id)];
    await this.costs.follow(tx, { talkIds: all, visitIds: [...saved, ...ended] });
    await this.notices.remindOfVisits(tx, sorted);
  }

  private async save(
    tx: Tx,
    officeId: number,
    { visit, stay }: VisitOfStay,
    sure: ReadonlySet<string>,
  ): Promise<string> {
    const state = stay.talks.every(({ id }) => sure.has(id)) ? 'confirmed' : 'asked';
    const values = [
      stay.interpreter,
      stay.place.startsWith('@') ? null : stay.place,
      new Date(stay.start * MINUTE_MS),
      new Date(stay.end * MINUTE_MS),
      state,
      this.clock.now(),
      state === 'asked' ? this.clock.now() : null,
    ];
    const [saved] = visit
      ? (
          await tx.query<[{ id: string }[], number]>(
            `update visits set interpreter_id = $1, site_id = $2, starts_at = $3, ends_at = $4, state = $5,
               updated_at = $6, look_at = $7 where id = $8 returning id`,
            [...values, visit],
          )
        )[0]
      : await tx.query<{ id: string }[]>(
          `insert into visits (interpreter_id, site_id, starts_at, ends_at, state, created_at, updated_at, look_at, office_id)
           values ($1, $2, $3, $4, $5, $6, $6, $7, $8) returning id`,
          [...values, officeId],
        );
    await tx.query(`update talks set visit_id = $2 where id = any($1) and visit_id is distinct from $2`, [
      stay.talks.map(({ id }) => id),
      saved?.id,
    ]);
    return saved?.id ?? '';
  }

  private async endEmpty(tx: Tx, talkIds: readonly string[], known: readonly string[]): Promise<string[]> {
    const [ended] = await tx.query<[{ id: string }[], number]>(
      `update visits v set state = 'ended', look_at = null, updated_at = $3
        where (v.id = any($2) or v.id in (select visit_id from talks where id = any($1))) and v.state <> 'ended'
          and not exists (select from talks t where t.visit_id = v.id and t.state <> 'cancelled'
            and t.interpreter_mode is not null)
       returning v.id`,
      [talkIds, known, this.clock.now()],
    );
    return ended.map(({ id }) => id);
  }
}
