import type { Tx } from '../../platform/database/database.js';
import { CASEWORKER, HOUSEHOLD, INTERPRETER, ROOM, type Resource } from './resource-locks.js';
import { OPEN_STATES, type TalkChoice } from './talk.js';

/** Somebody else has the place: the transaction is over and nothing of it stays. */
export class SlotTaken extends Error {
  override readonly name = 'SlotTaken';
}

/** A place with the household that is to meet there; the talk of `talkId` does not stand in its own way. */
export interface WantedPlace {
  readonly choice: TalkChoice;
  readonly minutes: number;
  readonly bufferMinutes: number;
  readonly householdId: number;
  readonly talkId: string | null;
  readonly now: Date;
}

/** Everything that a talk at this place takes. */
export function resourcesOf(choice: Omit<TalkChoice, 'startsAt'>, householdId: number): readonly Resource[] {
  const { roomId, caseworkerId, interpreterId } = choice;
  return [
    ...(roomId === null ? [] : [{ kind: ROOM, id: roomId } as const]),
    { kind: CASEWORKER, id: caseworkerId },
    ...(interpreterId === null ? [] : [{ kind: INTERPRETER, id: interpreterId } as const]),
    { kind: HOUSEHOLD, id: householdId },
  ];
}

/** 1 kinds, 2 ids, 3 start, 4 minutes */
const WANTED = `
with wanted as (
  select kind, id, tstzrange($3, $3::timestamptz + make_interval(mins => minutes), '[)') as during
    from unnest($1::int[], $2::int[], $4::int[]) as r (kind, id, minutes))`;

const CLASHES = 'a.resource_kind = wanted.kind and a.resource_id = wanted.id and a.during && wanted.during';

/** 5 the talk that is not in its own way, 6 now */
const IS_TAKEN = `exists (select from wanted join allocations a on ${CLASHES}
  where (a.talk_id is null or a.talk_id is distinct from $5) and (a.expires_at is null or a.expires_at > $6))`;

/** True when anything at this place is taken by another talk. */
export async function isTaken(tx: Tx, wanted: WantedPlace): Promise<boolean> {
  const rows = await tx.query<{ taken: boolean }[]>(
    `${WANTED} select ${IS_TAKEN} as taken`,
    takenParameters(wanted),
  );
  return rows[0]?.taken === true;
}

/** What decides at once about a booking: whether the household waits, and whether the place is taken. */
export interface Standing {
  readonly state: string;
  readonly openTalkId: string | null;
  readonly isPlaceTaken: boolean;
}

/**
 * Household and place in one cheap statement: most losers of a race end here, before any lock. With `lock` the
 * household's row is locked too. No row: the office has no such household.
 */
export function standingQuery(officeId: number, wanted: WantedPlace, lock: boolean): [string, unknown[]] {
  const sql = `${WANTED} select h.state, ${IS_TAKEN} as "isPlaceTaken",
      (select id from talks where household_id = h.id and state = any($9)) as "openTalkId"
    from households h where h.office_id = $7 and h.id = $8 ${lock ? 'for update of h' : ''}`;
  return [sql, [...takenParameters(wanted), officeId, wanted.householdId, OPEN_STATES]];
}

/**
 * Takes everything for a talk. The constraint `allocations_no_overlap` has the last word: throws `SlotTaken` when it
 * finds that something is taken after all.
 */
export async function takeAll(tx: Tx, wanted: WantedPlace & { readonly talkId: string }): Promise<void> {
  const parameters = parametersOf(wanted);
  await tx.query(`${WANTED} delete from allocations a using wanted where ${CLASHES} and a.expires_at <= $5`, [
    ...parameters,
    wanted.now,
  ]);
  const taken = await tx.query<unknown[]>(
    `${WANTED} insert into allocations (resource_kind, resource_id, during, talk_id)
     select kind, id, during, $5 from wanted on conflict do nothing returning id`,
    [...parameters, wanted.talkId],
  );
  if (taken.length < resourcesOf(wanted.choice, wanted.householdId).length) throw new SlotTaken();
}

function takenParameters(wanted: WantedPlace): unknown[] {
  return [...parametersOf(wanted), wanted.talkId, wanted.now];
}

/** Room and caseworker are taken through the buffer behind the talk, interpreter and household are not. */
function parametersOf({ choice, householdId, minutes, bufferMinutes }: WantedPlace): unknown[] {
  const resources = resourcesOf(choice, householdId);
  const hasBuffer = ({ kind }: Resource): boolean => kind === ROOM || kind === CASEWORKER;
  return [
    resources.map(({ kind }) => kind),
    resources.map(({ id }) => id),
    choice.startsAt,
    resources.map((resource) => minutes + (hasBuffer(resource) ? bufferMinutes : 0)),
  ];
}
