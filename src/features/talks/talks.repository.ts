import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { standingQuery, takeAll, type Standing } from './allocations.js';
import type { ChangedMeanwhile } from './free-slot.js';
import { HOUSEHOLD, lockResources } from './resource-locks.js';
import { isTalkId } from './talk-id.js';
import { wantedPlace, type SlotWish, type TalkPlace } from './slot-check.js';
import { OPEN_STATES, type Actor, type Talk } from './talk.js';
import { beginningAt, type Beginning } from './talk-beginning.js';

const TALK = `
select id, office_id as "officeId", household_id as "householdId", starts_at as "startsAt",
       starts_at + make_interval(mins => minutes) as "endsAt", mode, site_id as "siteId", room_id as "roomId",
       caseworker_id as "caseworkerId", interpreter_id as "interpreterId", interpreter_mode as "interpreterMode",
       language, interpreter_state as "interpreterState", state, state_before_outcome as "stateBeforeOutcome", revision, version,
       updated_at as "updatedAt"
  from talks where office_id = $1 and id = $2`;

/** Loads and saves one talk in the caller's transaction. */
@Injectable()
export class TalksRepository {
  constructor(private readonly database: Database) {}

  /** The talk as it is at this moment, without a lock. Throws `talk-not-found`. */
  async get(officeId: number, talkId: string): Promise<Talk> {
    return only(isTalkId(talkId) ? await this.database.query<Talk>(TALK, [officeId, talkId]) : []);
  }

  /**
   * The talk, locked together with its household: whoever changes anything about one household's talks waits here.
   * Throws `talk-not-found`.
   */
  async lock(tx: Tx, officeId: number, talkId: string): Promise<Talk> {
    const { householdId } = only(isTalkId(talkId) ? await tx.query<Talk[]>(TALK, [officeId, talkId]) : []);
    await lockResources(tx, [{ kind: HOUSEHOLD, id: householdId }]);
    return this.lockRow(tx, officeId, talkId);
  }

  /** The talk's row, when the household is locked already. */
  async lockRow(tx: Tx, officeId: number, talkId: string): Promise<Talk> {
    return only(await tx.query<Talk[]>(`${TALK} for update`, [officeId, talkId]));
  }

  /** How household and place stand at this moment, or under locks in a transaction. Throws `household-not-found`. */
  async standing(wish: SlotWish, tx?: Tx): Promise<Standing> {
    const [text, parameters] = standingQuery(wish.office.id, wantedPlace(wish), tx !== undefined);
    const name = tx ? 'talk-standing-locked' : 'talk-standing';
    const [standing] = await this.database.prepared<Standing>({ name, text }, parameters, tx);
    if (!standing) throw new DomainError('household-not-found', 'not-found');
    return standing;
  }

  /** Stores a new talk and takes everything it needs. Throws `SlotTaken`. */
  async book(tx: Tx, wish: SlotWish, place: TalkPlace, actor: Actor): Promise<string> {
    const columns = {
      office_id: wish.office.id,
      household_id: wish.householdId,
      created_by: actor,
      created_at: wish.now,
      updated_at: wish.now,
      ...placeColumns(wish, place),
      ...beginningColumns(beginningAt(placeIn(wish, place), 'invited')),
    };
    const names = Object.keys(columns);
    const [row] = await tx.query<{ id: string }[]>(
      `insert into talks (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})
       returning id`,
      Object.values(columns),
    );
    const talkId = row?.id ?? '';
    await takeAll(tx, { ...wantedPlace(wish), talkId });
    return talkId;
  }

  /** Stores the new place of a talk, gives back what it took and takes what it needs now. Throws `SlotTaken`. */
  async move(
    tx: Tx,
    talk: Talk,
    to: { readonly wish: SlotWish; readonly place: TalkPlace; readonly whenSure: 'invited' | 'confirmed' },
  ): Promise<{ version: number; revision: number }> {
    const columns = {
      ...placeColumns(to.wish, to.place),
      ...beginningColumns(beginningAt(placeIn(to.wish, to.place), to.whenSure, talk)),
      wishes: null,
      revision: talk.revision + 1,
    };
    const saved = await this.change(tx, talk, columns, to.wish.now);
    await this.freeResources(tx, talk.id);
    await takeAll(tx, { ...wantedPlace(to.wish), talkId: talk.id });
    return saved;
  }

  /** Sets columns of a talk and raises its version; returns the new version. */
  async change(
    tx: Tx,
    talk: Talk,
    columns: Readonly<Record<string, unknown>>,
    now: Date,
  ): Promise<{ version: number; revision: number }> {
    const names = Object.keys(columns);
    const sets = names.map((name, index) => `${name} = $${index + 4}`).join(', ');
    const [rows] = await tx.query<[{ version: number; revision: number }[], number]>(
      `update talks set version = version + 1, updated_at = $3, ${sets}
        where id = $1 and version = $2 returning version, revision`,
      [talk.id, talk.version, now, ...names.map((name) => columns[name])],
    );
    const [row] = rows;
    if (!row) throw new Error(`Talk ${talk.id} changed although it was locked`);
    return row;
  }

  async setHouseholdState(tx: Tx, householdId: number, state: string): Promise<void> {
    await tx.query(
      `update households set state = $2, state_reason = null, version = version + 1 where id = $1 and state <> $2`,
      [householdId, state],
    );
  }

  /** Takes a locked talk out of everybody's way until `move` puts it somewhere else in the same transaction. */
  async lift(tx: Tx, talkId: string): Promise<void> {
    await tx.query(`update talks set state = 'cancelled' where id = $1`, [talkId]);
    await this.freeResources(tx, talkId);
  }

  async freeResources(tx: Tx, talkId: string): Promise<void> {
    await tx.query('delete from allocations where talk_id = $1', [talkId]);
  }

  /** What to tell someone who saw an older state of the talk. */
  async changedMeanwhile(tx: Tx, talk: Talk): Promise<ChangedMeanwhile> {
    const [last] = await tx.query<{ actor: string }[]>(
      `select actor from audit_entries
        where office_id = $1 and subject_kind = 'talk' and subject_id = $2 order by id desc limit 1`,
      [talk.officeId, talk.id],
    );
    return {
      kind: 'changed-meanwhile',
      version: talk.version,
      revision: talk.revision,
      changedBy: last?.actor ?? null,
      changedAt: talk.updatedAt,
    };
  }

  /** True when the household has an open talk other than this one. */
  async hasOtherOpenTalk(tx: Tx, talk: Talk): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'select 1 from talks where household_id = $1 and id <> $2 and state = any($3)',
      [talk.householdId, talk.id, OPEN_STATES],
    );
    return rows.length > 0;
  }
}

function only(talks: readonly Talk[]): Talk {
  const [talk] = talks;
  if (!talk) throw new DomainError('talk-not-found', 'not-found');
  return talk;
}

function placeIn({ choice, office }: SlotWish, { siteId }: TalkPlace): Parameters<typeof beginningAt>[0] {
  return { choice, siteId, policies: office.policies };
}

function beginningColumns({ interpreterState, state, stateOnceSure }: Beginning): Record<string, unknown> {
  return { interpreter_state: interpreterState, state, state_once_sure: stateOnceSure };
}

function placeColumns({ choice, office }: SlotWish, place: TalkPlace): Record<string, unknown> {
  return {
    starts_at: choice.startsAt,
    minutes: office.policies.talkMinutes,
    buffer_minutes: office.policies.bufferMinutes,
    mode: choice.mode,
    site_id: place.siteId,
    room_id: choice.roomId,
    caseworker_id: choice.caseworkerId,
    interpreter_id: choice.interpreterId,
    interpreter_mode: choice.interpreterMode,
    language: choice.language,
    provision: place.provision,
    override_reason: place.overrideReason,
  };
}
