import { Links } from '../../src/features/links/index.js';
import type { TestApp } from './app.js';
import { aHousehold, type SmallWorld } from './world.js';

/** A talk that a newcomer has been invited to, and the link of the invitation. */
export interface InvitedTalk {
  readonly talkId: string;
  readonly householdId: number;
  readonly token: string;
  /** Address of the newcomer's page. */
  readonly url: string;
}

/** What matters to a test; the rest is a talk in Tigrinya with an interpreter, 17 days after MONDAY. */
export interface InvitedTalkOptions {
  readonly startsAt?: string;
  readonly state?: string;
  readonly letterLanguage?: string;
  /** Columns of the talk. */
  readonly talk?: Readonly<Record<string, unknown>>;
  readonly linkExpiresAt?: string;
}

const DAY_MS = 86_400_000;

/** Puts a household, its published talk with everything that it takes, and its link into the database. */
export async function anInvitedTalk(
  test: TestApp,
  world: SmallWorld,
  options: InvitedTalkOptions = {},
): Promise<InvitedTalk> {
  const { database } = test;
  const startsAt = new Date(options.startsAt ?? '2027-01-28T13:00:00Z');
  const householdId = await aHousehold(
    database,
    world.officeId,
    { letter_language: options.letterLanguage ?? 'de', state: 'planned' },
    { ti: 3 },
  );
  await database.query(
    `update persons set first_name = 'Amina', last_name = 'Musterfrau' where household_id = $1`,
    [householdId],
  );
  const row = {
    office_id: world.officeId,
    household_id: householdId,
    starts_at: startsAt,
    minutes: 45,
    buffer_minutes: 15,
    site_id: world.siteId,
    room_id: world.roomIds[0],
    caseworker_id: world.caseworkerIds[0],
    interpreter_id: world.interpreterId,
    interpreter_mode: 'onsite',
    language: 'ti',
    provision: 'interpreter',
    state: options.state ?? 'invited',
    created_by: 'system',
    ...options.talk,
  };
  const talkId = await insertTalk(test, row);
  const expiresAt = options.linkExpiresAt
    ? new Date(options.linkExpiresAt)
    : new Date(startsAt.getTime() + DAY_MS);
  const token = await aLink(test, { talkId, householdId, revision: 1, expiresAt });
  return { talkId, householdId, token, url: `${test.url}/t/${token}` };
}

/** A further link of a talk. */
export async function aLink(
  test: TestApp,
  link: { talkId: string; householdId: number; revision: number; expiresAt: Date },
): Promise<string> {
  const links = test.app.get(Links, { strict: false });
  const { id } = await test.database.transaction((tx) =>
    links.create(tx, { purpose: 'talk', withCode: false, ...link }),
  );
  return links.tokenOf(id);
}

async function insertTalk(test: TestApp, row: Readonly<Record<string, unknown>>): Promise<string> {
  const columns = Object.keys(row);
  const [talk] = await test.database.query<{ id: string }>(
    `insert into talks (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})
     returning id`,
    Object.values(row),
  );
  if (talk === undefined) throw new Error('no talk');
  await test.database.query(
    `insert into allocations (resource_kind, resource_id, during, talk_id)
     select kind, resource_id, tstzrange(starts_at, starts_at + make_interval(mins => minutes + buffer)), t.id
       from talks t, lateral (values (1, t.room_id, t.buffer_minutes), (2, t.caseworker_id, t.buffer_minutes),
                                     (3, t.interpreter_id, 0), (4, t.household_id, 0)) r (kind, resource_id, buffer)
      where t.id = $1 and resource_id is not null and t.state in ('planned', 'invited', 'confirmed', 'change-requested')`,
    [talk.id],
  );
  return talk.id;
}
