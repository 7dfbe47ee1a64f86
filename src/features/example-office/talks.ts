import type { Tx } from '../../platform/database/database.js';
import { addDays, type ExampleHousehold } from './households.js';
import type { ExampleCaseworker } from './people.js';
import type { ExamplePlaces } from './places.js';
import type { Choices } from './random.js';

const DAYS_BACK = 75;
const DAYS_AHEAD = 13;
const STARTS = ['09:00', '10:15', '13:30', '14:45'];
const PAST_DENSITY = 0.08;
const COMING_DENSITY = 0.25;
/** Nobody is invited to a talk sooner after the arrival. */
const EARLIEST_DAYS_AFTER_ARRIVAL = 20;
const TALK_MINUTES = 45;
const BUFFER_MINUTES = 15;

/** A talk led by a caseworker who speaks the first language: no interpreter needed. */
interface ExampleTalk {
  readonly household: ExampleHousehold;
  readonly caseworker: ExampleCaseworker;
  readonly siteId: number;
  readonly roomId: number;
  readonly day: string;
  readonly start: string;
}

/** A talk of the next days, whose notices whoever called still has to plan. */
export interface ComingTalk {
  readonly id: string;
  readonly isConfirmed: boolean;
}

/** Fills the last weeks with held talks and the next two with invited and confirmed ones; returns the coming ones. */
export async function createTalks(
  tx: Tx,
  world: { places: ExamplePlaces; caseworkers: readonly ExampleCaseworker[]; households: ExampleHousehold[] },
  today: string,
  choices: Choices,
): Promise<ComingTalk[]> {
  const waiting = world.households.filter((household) => household.state === 'open' && !household.stepFree);
  const coming: ComingTalk[] = [];
  for (let offset = -DAYS_BACK; offset <= DAYS_AHEAD; offset += 1) {
    const day = addDays(today, offset);
    const working = await workingCaseworkers(tx, day, world.caseworkers);
    const density = offset < 0 ? PAST_DENSITY : COMING_DENSITY;
    const talks = STARTS.flatMap((start) =>
      seat(working, { places: world.places, waiting, day, start, density }, choices),
    );
    for (const talk of talks) {
      const state = stateOf(offset, choices);
      const id = await saveTalk(tx, world.places.officeId, talk, state);
      if (offset > 0) coming.push({ id, isConfirmed: state === 'confirmed' });
    }
  }
  return coming;
}

/** Caseworkers with hours on that weekday at a site that is open the whole day. */
async function workingCaseworkers(
  tx: Tx,
  day: string,
  caseworkers: readonly ExampleCaseworker[],
): Promise<ExampleCaseworker[]> {
  const rows = await tx.query<{ id: number }[]>(
    `select distinct caseworker_id as id from caseworker_hours hours
      where weekday = extract(isodow from $1::date)
        and not exists (select from site_closings where site_id = hours.site_id and day = $1::date)`,
    [day],
  );
  const ids = new Set(rows.map((row) => row.id));
  return caseworkers.filter((caseworker) => ids.has(caseworker.id));
}

interface Seating {
  readonly places: ExamplePlaces;
  readonly waiting: ExampleHousehold[];
  readonly day: string;
  readonly start: string;
  /** Share of the possible places that are taken. */
  readonly density: number;
}

/** Gives each free caseworker the next waiting household whose language they speak, one room each. */
function seat(working: readonly ExampleCaseworker[], seating: Seating, choices: Choices): ExampleTalk[] {
  const talks: ExampleTalk[] = [];
  const takenRooms = new Set<number>();
  for (const caseworker of working) {
    if (choices.share() >= seating.density) continue;
    const site = seating.places.sites.find((candidate) => candidate.id === caseworker.siteId);
    const roomId = site?.rooms.find((room) => !takenRooms.has(room));
    const index = seating.waiting.findIndex(
      (household) =>
        caseworker.languages.includes(household.language) &&
        household.arrivedOn < addDays(seating.day, -EARLIEST_DAYS_AFTER_ARRIVAL),
    );
    const household = seating.waiting[index];
    if (roomId === undefined || site === undefined || household === undefined) continue;
    seating.waiting.splice(index, 1);
    takenRooms.add(roomId);
    talks.push({ household, caseworker, siteId: site.id, roomId, day: seating.day, start: seating.start });
  }
  return talks;
}

async function saveTalk(tx: Tx, officeId: number, talk: ExampleTalk, state: string): Promise<string> {
  const { household, caseworker, siteId, roomId } = talk;
  const [row] = await tx.query<{ id: string }[]>(
    `insert into talks (office_id, household_id, starts_at, minutes, buffer_minutes, site_id, room_id, caseworker_id,
       language, provision, state, created_by)
     values ($1, $2, ($3 || ' ' || $4)::timestamp at time zone 'Europe/Zurich', ${TALK_MINUTES}, ${BUFFER_MINUTES},
       $5, $6, $7, $8, 'caseworker', $9, 'system')
     returning id`,
    [officeId, household.id, talk.day, talk.start, siteId, roomId, caseworker.id, household.language, state],
  );
  if (!row) throw new Error('A talk was not created.');
  await tx.query(
    `insert into allocations (resource_kind, resource_id, during, talk_id)
     select kind, resource, tstzrange(starts_at, starts_at + make_interval(mins => minutes + extra), '[)'), id
       from talks, (values (1, $2::int, ${BUFFER_MINUTES}), (2, $3, ${BUFFER_MINUTES}), (4, $4, 0))
         taken (kind, resource, extra)
      where id = $1`,
    [row.id, roomId, caseworker.id, household.id],
  );
  await tx.query(`update households set state = $2 where id = $1`, [household.id, householdStateOf(state)]);
  return row.id;
}

/** Whoever did not come waits for another talk. */
function householdStateOf(talkState: string): string {
  if (talkState === 'no-show') return 'open';
  return talkState === 'held' ? 'done' : 'planned';
}

function stateOf(offset: number, choices: Choices): string {
  const share = choices.share();
  if (offset < 0) return share < 0.1 ? 'no-show' : 'held';
  if (offset === 0) return 'confirmed';
  return share < 0.6 ? 'confirmed' : 'invited';
}
