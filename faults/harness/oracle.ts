import { reconcilers } from '../../src/features/reconcile/reconcilers.js';
import { messageIdOf } from '../../test/support/scripted-smtp.js';
import { promised } from '../fault.js';
import { secondsUntil, type Installation } from './installation.js';
import type { Booked } from './load.js';
import { MONDAY } from './world.js';

interface Expectation {
  /** Bookings that somebody was told of. */
  readonly booked: readonly Booked[];
  /** The mail server took a message and its answer got lost, or a sender died over it: so many may be there twice. */
  readonly copies?: number;
}

const COPIES_COUNTED = `select count(*)::int as found from notice_events where event = 'repeated'`;

/** Each must find nothing: the word on what is wrong, and the statement that finds it. */
const WRONG: readonly (readonly [string, string])[] = [
  [
    'times of one resource that overlap',
    `select 1 from allocations a join allocations b on a.resource_kind = b.resource_kind and a.resource_id = b.resource_id
       and a.id < b.id and a.during && b.during`,
  ],
  [
    'households with two talks',
    `select 1 from talks where state <> 'cancelled' group by household_id having count(*) > 1`,
  ],
  [
    'talks without their room, caseworker and household',
    `select 1 from talks t where state <> 'cancelled'
       and (select count(*) from allocations a where a.talk_id = t.id) <> 3`,
  ],
  [
    'talks whose household would not be invited, or twice',
    `select 1 from talks t where state in ('invited', 'confirmed') and (select count(*) from notices n
       where n.talk_id = t.id and n.revision = t.revision and n.kind = 'invitation' and n.copy_of is null) <> 1`,
  ],
  [
    'planned households without a talk',
    `select 1 from households h where state = 'planned'
     and not exists (select from talks t where t.household_id = h.id and t.state <> 'cancelled')`,
  ],
  [
    'claims that nobody holds',
    `select 1 from notices where state = 'sending' and lease_until < now() - interval '1 minute'`,
  ],
];

/** Looks at the database and at the mail that arrived; throws when anything is not as promised, else says what there is. */
export async function examine(installation: Installation, expected: Expectation): Promise<string> {
  for (const [words, sql] of WRONG) {
    const found = (await installation.query(sql)).length;
    promised(found === 0, `${found} ${words}`);
  }
  for (const { name, find } of reconcilers) {
    const found = (await installation.query(find, [installation.now()])).length;
    promised(found === 0, `reconcile finds ${found} ${name}`);
  }
  await examineBookings(installation, expected.booked);
  return examineMail(installation, expected.copies ?? 0);
}

async function examineBookings(installation: Installation, booked: readonly Booked[]): Promise<void> {
  const rows = await installation.query<{ id: string; householdId: number }>(
    `select id, household_id as "householdId" from talks where state <> 'cancelled'`,
  );
  const talkOf = new Map(rows.map(({ id, householdId }) => [householdId, id]));
  const gone = booked.filter(({ householdId, talkId }) => talkOf.get(householdId) !== talkId).length;
  promised(gone === 0, `${gone} acknowledged bookings are gone`);
}

/** Every sent notice is there, and nothing twice but what had to be repeated. */
async function examineMail(installation: Installation, allowed: number): Promise<string> {
  const copies = new Map<string, number>();
  for (const message of installation.far.messages)
    copies.set(messageIdOf(message), (copies.get(messageIdOf(message)) ?? 0) + 1);
  const sent = await installation.query<{ messageId: string }>(
    `select message_id as "messageId" from notices where state = 'sent' and channel = 'email'`,
  );
  const missing = sent.filter(({ messageId }) => !copies.has(messageId)).length;
  promised(missing === 0, `${missing} notices count as sent and never arrived`);
  const doubled = [...copies.values()].reduce((sum, count) => sum + count - 1, 0);
  const [repeated] = await installation.query<{ found: number }>(COPIES_COUNTED);
  promised(doubled <= (repeated?.found ?? 0), `${doubled} mails came twice, ${repeated?.found} were counted`);
  promised(doubled <= allowed, `${doubled} mails came twice, at most ${allowed} may`);
  return `${sent.length} mails, ${doubled} twice`;
}

const DUE = `select count(*)::int as due from notices where channel = 'email'
  and (state = 'sending' or (state in ('planned', 'unknown') and due_at <= $1))`;

/** Waits until nothing is due any more; returns the seconds it took. */
export async function allSent(installation: Installation, longestSeconds = 60): Promise<number> {
  const seconds = await secondsUntil(async () => {
    const [row] = await installation.query<{ due: number }>(DUE, [installation.now()]);
    return row?.due === 0;
  }, longestSeconds);
  const left = await installation.query<{ state: string; reason: string | null; count: number }>(
    `select state, state_reason as reason, count(*)::int from notices where state <> 'sent' and due_at <= $1 group by 1, 2`,
    [installation.now()],
  );
  promised(seconds < Infinity, `not all mails left within ${longestSeconds} s: ${JSON.stringify(left)}`);
  return seconds;
}

/** The waiting times of what was tried and will be tried again pass at once. */
export async function waitingTimesPass(installation: Installation): Promise<void> {
  await installation.query(
    `update notices set due_at = $1 where state in ('planned', 'unknown') and attempts > 0`,
    [new Date(MONDAY)],
  );
}
