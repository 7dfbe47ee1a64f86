import { Injectable } from '@nestjs/common';
import {
  askCandidates,
  buildSchedule,
  obstaclesToAccepting,
  type AskCandidate,
  type Candidate,
  type ListedInterpreter,
  type Snapshot,
  type TalkToInterpret,
  type Violation,
} from '../../scheduling/index.js';
import { Database, type Tx } from '../../platform/database/database.js';
import type { Office } from '../offices/index.js';
import { SchedulingSnapshots, type OfficeWorld } from '../talks/index.js';

interface TalkRow {
  readonly id: string;
  readonly householdId: number;
  readonly startsAt: Date;
  readonly mode: Candidate['mode'];
  readonly siteId: number | null;
  readonly roomId: number | null;
  readonly caseworkerId: number;
  readonly interpreterMode: string;
  readonly language: string;
}

const TALKS = `
select id, household_id as "householdId", starts_at as "startsAt", mode, site_id as "siteId", room_id as "roomId",
  caseworker_id as "caseworkerId", interpreter_mode as "interpreterMode", language
from talks where id = any($1) order by starts_at, id`;

const LISTED = `
select l.interpreter_id as id, case when i.is_agency then 3 else l.tier end as tier
from office_interpreters l join interpreters i on i.id = l.interpreter_id and i.active where l.office_id = $1`;

export const BY_PHONE_TIER = 4;

/** Talks with the office around them: who could interpret them. */
interface AskWorld {
  readonly world: OfficeWorld;
  readonly talks: readonly TalkToInterpret[];
  readonly mode: string;
}

/** Asks the rules who could interpret talks that are booked already. */
@Injectable()
export class AskWorlds {
  constructor(
    private readonly database: Database,
    private readonly snapshots: SchedulingSnapshots,
  ) {}

  /** Everybody on the office's list who could take some of the talks; by phone too when the office, or staff, say so. */
  async candidates(
    office: Office,
    talkIds: readonly string[],
    { tx, byPhone: isPhoneToo = office.policies.offerByPhone }: { tx?: Tx; byPhone?: boolean } = {},
  ): Promise<readonly AskCandidate[]> {
    const asked = await this.load(office, talkIds, tx);
    const listed = await this.query<{ id: number; tier: number }>(LISTED, [office.id], tx);
    const { world, talks, mode } = asked;
    const schedule = buildSchedule(world.snapshot);
    const able = (wanted: string): number[] =>
      listed.map(({ id }) => id).filter((id) => canWork(world, id, wanted));
    const tierOf = new Map(listed.map(({ id, tier }) => [id, tier]));
    const asListed = (id: number): ListedInterpreter => ({
      interpreter: String(id),
      tier: tierOf.get(id) ?? 2,
      mode: coreMode(mode),
    });
    const usual = askCandidates(talks, able(mode).map(asListed), schedule);
    if (mode !== 'onsite' || !isPhoneToo) return usual;
    const byPhone = able('phone').map((id) => ({
      ...asListed(id),
      tier: BY_PHONE_TIER,
      mode: coreMode('phone'),
    }));
    return [...usual, ...askCandidates(talks, byPhone, buildSchedule(remote(world, 'phone')))];
  }

  /** What stands in the way of one interpreter accepting these talks in this way. */
  async obstacles(
    office: Office,
    accepting: { readonly talkIds: readonly string[]; readonly interpreterId: number; readonly mode: string },
    tx: Tx,
  ): Promise<readonly Violation[]> {
    const { talkIds, interpreterId, mode } = accepting;
    const { world, talks } = await this.load(office, talkIds, tx, [interpreterId]);
    const snapshot = mode === 'onsite' ? world.snapshot : remote(world, mode);
    const one = { interpreter: String(interpreterId), mode: coreMode(mode) };
    return obstaclesToAccepting(talks, one, buildSchedule(snapshot));
  }

  private async load(
    office: Office,
    talkIds: readonly string[],
    tx?: Tx,
    interpreterIds: readonly number[] = [],
  ): Promise<AskWorld> {
    const rows = await this.query<TalkRow>(TALKS, [talkIds], tx);
    const householdIds = rows.map(({ householdId }) => householdId);
    const last = rows.at(-1);
    const world = await this.snapshots.load(
      {
        office,
        householdIds,
        movingIds: householdIds,
        interpreterIds,
        ...(last ? { reaches: last.startsAt } : {}),
      },
      tx,
    );
    const known = new Set(world.snapshot.newcomers.map(({ id }) => id));
    const talks = rows.map(toInterpret).filter(({ talk }) => known.has(talk.newcomer));
    return { world, talks, mode: rows[0]?.interpreterMode ?? 'onsite' };
  }

  private query<Row>(sql: string, parameters: unknown[], tx?: Tx): Promise<Row[]> {
    return tx ? tx.query<Row[]>(sql, parameters) : this.database.query<Row>(sql, parameters);
  }
}

function toInterpret(row: TalkRow): TalkToInterpret {
  return {
    id: row.id,
    talk: {
      newcomer: String(row.householdId),
      mode: row.mode,
      site: row.siteId === null ? null : String(row.siteId),
      room: row.roomId === null ? null : String(row.roomId),
      caseworker: String(row.caseworkerId),
      interpreter: null,
      interpreterMode: coreMode(row.interpreterMode),
      lang: row.language,
      start: `${row.startsAt.toISOString().slice(0, 16)}Z`,
    },
  };
}

/** For the core `video` stands for the phone too. */
function coreMode(mode: string): 'onsite' | 'video' {
  return mode === 'onsite' ? 'onsite' : 'video';
}

function canWork(world: OfficeWorld, id: number, mode: string): boolean {
  const row = world.interpreters.get(String(id));
  if (!row) return false;
  if (mode === 'onsite') return row.onSite;
  return mode === 'phone' ? row.byPhone : row.byVideo;
}

/** The snapshot in which everybody who works from afar does so in exactly this way. */
function remote(world: OfficeWorld, mode: string): Snapshot {
  const remoteMode = mode === 'phone' ? 'phone' : 'video';
  const interpreters = world.snapshot.interpreters.map(
    (interpreter) => ({ ...interpreter, remoteMode }) as const,
  );
  return { ...world.snapshot, interpreters };
}
