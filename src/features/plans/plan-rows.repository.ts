import { Injectable } from '@nestjs/common';
import type { PlanReason } from '../../scheduling/index.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { PlacedTalk, BrokenRule } from '../talks/index.js';
import type { RowMark, RowState } from './plan.js';
import type { GapHint, GapObstacle } from './plan-record.js';
import type { AnnouncedGap, RowMove } from './plan-move.js';
import type { ChosenRow, PlanPlace, RowCost } from './plan-place.js';

/** A row as it was before the last thing somebody did with it. */
interface RowBefore {
  readonly state: RowState;
  readonly place: PlanPlace;
  readonly reasons: readonly PlanReason[];
  readonly cost: RowCost;
  readonly proposed: PlanPlace | null;
}

/** Why a row could not be booked: the rules it broke by then, or what had become of its place or household. */
interface RowConflict {
  readonly kind: Exclude<PlacedTalk['kind'], 'booked' | 'moved'>;
  readonly violations: readonly BrokenRule[];
}

/** One household of a plan and the talk it would get. */
export interface PlanRow extends ChosenRow {
  readonly planId: string;
  readonly state: RowState;
  readonly version: number;
  readonly minutes: number;
  readonly mark: RowMark | null;
  /** What the run had proposed, when somebody chose another place. */
  readonly proposed: PlanPlace | null;
  readonly undo: RowBefore | null;
  readonly conflict: RowConflict | null;
  readonly talkId: string | null;
  /** The announced talk that the row moves; null for a household without one. */
  readonly moves: RowMove | null;
}

/** A row as a run writes it. */
export interface NewRow extends ChosenRow {
  readonly state: RowState;
  readonly minutes: number;
  readonly mark: RowMark | null;
  readonly proposed: PlanPlace | null;
  readonly moves: RowMove | null;
}

/** A household without a talk, or without the one it was told of; why, and what could be done. */
export interface PlanGap {
  readonly householdId: number;
  readonly obstacles: readonly GapObstacle[];
  readonly hints: readonly GapHint[];
  readonly announced: AnnouncedGap | null;
}

const PLACE = `jsonb_build_object('startsAt', to_char(r.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'mode', r.mode, 'siteId', r.site_id, 'siteName', s.name, 'roomId', r.room_id, 'roomName', room.name,
  'caseworkerId', r.caseworker_id, 'caseworkerName', c.name, 'interpreterId', r.interpreter_id,
  'interpreterName', trim(i.first_name || ' ' || i.last_name), 'interpreterMode', r.interpreter_mode,
  'language', r.language, 'provision', r.provision)`;

const ROWS = `
select r.plan_id as "planId", r.household_id as "householdId", r.state, r.version, r.minutes, ${PLACE} as place,
       r.reasons, r.cost, r.mark, r.proposed, r.undo, r.conflict, r.talk_id as "talkId",
       r.moves
  from plan_rows r
  join caseworkers c on c.id = r.caseworker_id
  left join sites s on s.id = r.site_id
  left join rooms room on room.id = r.room_id
  left join interpreters i on i.id = r.interpreter_id
 where r.plan_id = $1`;

/** What a place is stored as. */
function placeColumns(place: PlanPlace): Record<string, unknown> {
  return {
    starts_at: place.startsAt,
    mode: place.mode,
    site_id: place.siteId,
    room_id: place.roomId,
    caseworker_id: place.caseworkerId,
    interpreter_id: place.interpreterId,
    interpreter_mode: place.interpreterMode,
    language: place.language,
    provision: place.provision,
  };
}

/** Loads and saves the rows of a plan. */
@Injectable()
export class PlanRowsRepository {
  constructor(private readonly database: Database) {}

  /** Every row of a plan by its start. */
  async of(planId: string, tx?: Tx): Promise<PlanRow[]> {
    const sql = `${ROWS} order by r.starts_at, r.household_id`;
    return tx ? tx.query<PlanRow[]>(sql, [planId]) : this.database.query<PlanRow>(sql, [planId]);
  }

  /** One row, locked. Throws `plan-row-not-found`. */
  async lock(tx: Tx, planId: string, householdId: number): Promise<PlanRow> {
    const [row] = await tx.query<PlanRow[]>(`${ROWS} and r.household_id = $2 for update of r`, [
      planId,
      householdId,
    ]);
    if (!row) throw new DomainError('plan-row-not-found', 'not-found');
    return row;
  }

  async insert(tx: Tx, planId: string, rows: readonly NewRow[]): Promise<void> {
    const records = rows.map((row) => ({
      household_id: row.householdId,
      state: row.state,
      minutes: row.minutes,
      ...placeColumns(row.place),
      reasons: row.reasons,
      cost: row.cost,
      mark: row.mark,
      proposed: row.proposed,
      moves: row.moves,
    }));
    await tx.query(
      `insert into plan_rows (plan_id, household_id, state, minutes, starts_at, mode, site_id, room_id, caseworker_id,
              interpreter_id, interpreter_mode, language, provision, reasons, cost, mark, proposed,
              moves)
       select $1, household_id, state, minutes, starts_at, mode, site_id, room_id, caseworker_id, interpreter_id,
              interpreter_mode, language, provision, reasons, cost, mark, nullif(proposed, 'null'::jsonb),
              nullif(moves, 'null'::jsonb)
         from jsonb_to_recordset($2) as r (household_id int, state text, minutes int, starts_at timestamptz, mode text,
              site_id int, room_id int, caseworker_id int, interpreter_id int, interpreter_mode text, language text,
              provision text, reasons jsonb, cost jsonb, mark text, proposed jsonb, moves jsonb)`,
      [planId, JSON.stringify(records)],
    );
  }

  async insertGaps(tx: Tx, planId: string, gaps: readonly PlanGap[]): Promise<void> {
    await tx.query(
      `insert into plan_gaps (plan_id, household_id, obstacles, hints, announced)
       select $1, "householdId", obstacles, hints, nullif(announced, 'null'::jsonb)
         from jsonb_to_recordset($2) as g ("householdId" int, obstacles jsonb, hints jsonb, announced jsonb)`,
      [planId, JSON.stringify(gaps)],
    );
  }

  /** The households of a plan without a talk. */
  gapsOf(planId: string): Promise<PlanGap[]> {
    return this.database.query<PlanGap>(
      `select household_id as "householdId", obstacles, hints, announced from plan_gaps where plan_id = $1 order by household_id`,
      [planId],
    );
  }

  /** Sets columns of a row and raises its version. */
  async change(tx: Tx, row: PlanRow, columns: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(columns);
    const sets = names.map((name, index) => `${name} = $${index + 3}`).join(', ');
    await tx.query(
      `update plan_rows set version = version + 1, ${sets} where plan_id = $1 and household_id = $2`,
      [row.planId, row.householdId, ...names.map((name) => jsonOrValue(columns[name]))],
    );
  }

  /** Puts a row at another place. */
  move(
    tx: Tx,
    row: PlanRow,
    to: Omit<ChosenRow, 'householdId'>,
    more: Record<string, unknown>,
  ): Promise<void> {
    const { place, reasons, cost } = to;
    return this.change(tx, row, { ...placeColumns(place), reasons, cost, ...more });
  }
}

/** Lists and objects are stored as JSON; node-postgres would make an SQL array of a list. */
function jsonOrValue(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
    ? JSON.stringify(value)
    : value;
}
