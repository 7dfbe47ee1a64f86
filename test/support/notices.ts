import { NoticePlanner, SendNotices, type RoundResult } from '../../src/features/notices/index.js';
import { Database } from '../../src/platform/database/database.js';
import type { TestApp } from './app.js';
import { aHousehold, type SmallWorld } from './world.js';

/** A talk that was booked by SQL, with its notices planned as a booking plans them. */
export interface BookedTalk {
  readonly talkId: string;
  readonly householdId: number;
}

/** Thursday, 21 January 2027, 14:00 in Zürich: ten days after the clock of the tests. */
export const TALK_START = '2027-01-21T13:00:00Z';

/** Books a talk of a new household; `talk` and `household` are columns that matter to the test. */
export async function aBookedTalk(
  test: TestApp,
  world: SmallWorld,
  talk: Readonly<Record<string, unknown>> = {},
  household: { readonly row?: Record<string, unknown>; readonly languages?: Record<string, number> } = {},
): Promise<BookedTalk> {
  const householdId = await aHousehold(
    test.database,
    world.officeId,
    household.row,
    household.languages ?? { de: 3 },
  );
  const row = {
    office_id: world.officeId,
    household_id: householdId,
    starts_at: TALK_START,
    minutes: 45,
    buffer_minutes: 15,
    site_id: world.siteId,
    room_id: world.roomIds[0],
    caseworker_id: world.caseworkerIds[0],
    language: 'de',
    provision: 'caseworker',
    created_by: 'staff:1',
    ...talk,
  };
  const columns = Object.keys(row);
  const [inserted] = await test.database.query<{ id: string }>(
    `insert into talks (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})
     returning id`,
    Object.values(row),
  );
  const talkId = inserted!.id;
  await plan(test, (planner, tx) => planner.afterBooking(tx, talkId));
  return { talkId, householdId };
}

/** Changes a talk and plans its notices, in one transaction as the use cases do. */
export function changeTalk(
  test: TestApp,
  talkId: string,
  change: string,
  after: 'afterMove' | 'afterConfirmation' | 'afterOtherTimeWish' | 'afterCancellation',
): Promise<void> {
  return plan(test, async (planner, tx) => {
    await tx.query(`update talks set ${change} where id = $1`, [talkId]);
    await planner[after](tx, talkId);
  });
}

type Tx = Parameters<NoticePlanner['afterBooking']>[0];

function plan(test: TestApp, work: (planner: NoticePlanner, tx: Tx) => Promise<void>): Promise<void> {
  const planner = test.app.get(NoticePlanner, { strict: false });
  return test.app.get(Database).transaction((tx) => work(planner, tx));
}

/** Moves the clock by minutes and sends what is due then. */
export function sendLater(test: TestApp, minutes: number): Promise<RoundResult> {
  test.clock.moveTo(new Date(test.clock.now().getTime() + minutes * 60_000));
  return test.app.get(SendNotices, { strict: false }).run();
}

/** What became of the notices of a talk, oldest first. */
export function noticesOf(
  test: TestApp,
  talkId: string,
): Promise<
  {
    id: string;
    kind: string;
    revision: number;
    state: string;
    reason: string | null;
    attempts: number;
    due: Date;
    messageId: string;
    code: number | null;
    stage: string | null;
    text: string | null;
    html: string | null;
  }[]
> {
  return test.database.query(
    `select id, kind, revision, state, state_reason as reason, attempts, due_at as due, message_id as "messageId",
       smtp_code as code, smtp_stage as stage, body_text as text, body_html as html
     from notices where talk_id = $1 order by id`,
    [talkId],
  );
}
