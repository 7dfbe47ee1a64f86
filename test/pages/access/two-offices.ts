import { BusyFeeds } from '../../../src/features/interpreters/index.js';
import { RunJob } from '../../../src/features/jobs/index.js';
import { Offices } from '../../../src/features/offices/index.js';
import { StartPlan, TryWeights } from '../../../src/features/plans/index.js';
import { roles, type Role } from '../../../src/features/staff/index.js';
import type { TestApp } from '../../support/app.js';
import { anInvitedTalk } from '../../support/newcomer.js';
import { accept, anAskingWorld, aTalkToInterpret, offers } from '../../support/offers.js';
import { aStaffUser, signedIn } from '../../support/office.js';
import { after } from '../../support/talks.js';
import { aHousehold, anInterpreter, anOffice, type SmallWorld } from '../../support/world.js';

/** One of everything that an address can name. */
export type Objects = Readonly<Record<string, string>>;

/** An office with everything in it, and another with nothing but people who may sign in. */
export interface TwoOffices {
  readonly world: SmallWorld;
  readonly officeIds: { readonly own: number; readonly other: number };
  readonly objects: Objects;
  /** Accounts of both offices by role, `own:coordinator`. */
  readonly userIds: ReadonlyMap<string, number>;
  readonly otherInterpreterId: number;
}

/** The ids that the path of a route names, all of the office that has everything; `newcomer` is a secret of an address. */
export function idsOf(
  { objects }: TwoOffices,
  { object = '' }: { readonly object: string | undefined },
): Objects {
  return {
    ...objects,
    id: objects[object] ?? '',
    household: object === 'plan' ? (objects['row'] ?? '') : (objects['household'] ?? ''),
  };
}

export async function twoOffices(test: TestApp): Promise<TwoOffices> {
  const world = await anAskingWorld(test);
  const other = await anOffice(test.database);
  const userIds = new Map<string, number>();
  for (const role of roles) {
    userIds.set(`own:${role}`, await aUser(test, world, world.officeId, role));
    userIds.set(`other:${role}`, await aUser(test, world, other, role));
  }
  const objects = await oneOfEverything(test, world);
  return {
    world,
    officeIds: { own: world.officeId, other },
    objects,
    userIds,
    otherInterpreterId: await anInterpreter(test.database, world.officeId),
  };
}

async function aUser(test: TestApp, world: SmallWorld, officeId: number, role: Role): Promise<number> {
  const caseworkerId = officeId === world.officeId && role === 'caseworker' ? world.caseworkerIds[0] : null;
  const { id } = await aStaffUser(test, officeId, {
    email: `${role}.${officeId}@example.ch`,
    role,
    caseworkerId,
  });
  return id;
}

async function oneOfEverything(test: TestApp, world: SmallWorld): Promise<Objects> {
  const { talkId, householdId } = await aTalkToInterpret(test, world);
  await aTalkToInterpret(test, world, { startsAt: after(24 * 60) });
  const [offer, next] = await offers(test);
  await accept(test, next?.id ?? '');
  const invited = await anInvitedTalk(test, world);
  const planId = await aReadyPlan(test, world);
  const feeds = test.app.get(BusyFeeds, { strict: false });
  return {
    talk: talkId,
    household: String(householdId),
    offer: offer?.id ?? '',
    newcomer: invited.token,
    plan: planId,
    job: planId,
    import: await aPreviewedImport(test, world),
    interpreter: String(world.interpreterId),
    trial: await aTrial(test, world),
    feed: String(await feeds.add(world.interpreterId, 'http://127.0.0.1:9/nothing.ics')),
    ...(await rowsBySql(test, world, planId)),
  };
}

async function aReadyPlan(test: TestApp, world: SmallWorld): Promise<string> {
  await aHousehold(test.database, world.officeId);
  const order = { officeId: world.officeId, actor: 'staff:1', weeks: 4, seconds: 0.004 };
  const { planId } = await test.app.get(StartPlan).run(order);
  await test.app.get(RunJob, { strict: false }).run(planId, new AbortController().signal);
  return planId;
}

async function aTrial(test: TestApp, { officeId }: SmallWorld): Promise<string> {
  const { weights } = (await test.app.get(Offices, { strict: false }).get(officeId)).policies;
  const command = { officeId, actor: 'staff:1', present: weights, tried: weights };
  return (await test.app.get(TryWeights).run(command)) ?? '';
}

async function aPreviewedImport(test: TestApp, world: SmallWorld): Promise<string> {
  const browser = await signedIn(test, `administrator.${world.officeId}@example.ch`);
  const head = 'Nachname;Vorname;Geburtsdatum;E-Mail;Sprache;Telefon;Gemeinde;Zuzugsdatum';
  const file = new File([`${head}\nMuster;Ana;01.02.1990;ana@example.org;Deutsch;;;01.12.2026\n`], 'a.csv');
  const answer = await browser.upload('/office/import', file);
  return answer.headers.get('location')?.split('/').at(-1) ?? '';
}

async function rowsBySql(test: TestApp, world: SmallWorld, planId: string): Promise<Record<string, string>> {
  const { officeId, interpreterId } = world;
  const during = `tstzrange('2027-02-01', '2027-02-02')`;
  const added: Readonly<Record<string, string>> = {
    absence: `insert into absences (resource_kind, resource_id, during) values (3, ${interpreterId}, ${during})
      returning id`,
    extra: `insert into interpreter_extra_times (interpreter_id, during) values (${interpreterId}, ${during})
      returning id`,
    closure: `insert into absences (resource_kind, resource_id, during) values (1, ${world.roomIds[1]}, ${during})
      returning id`,
    // nobody knocks with it: another password signs out
    account: `insert into staff_users (office_id, email, name, password_hash, role)
      values (${officeId}, 'nobody@example.ch', 'Nobody', '', 'auditor') returning id`,
    // asked by one who is neither who is recovered nor who approves
    recovery: `insert into staff_recoveries (office_id, user_id, reason, asked_by, asked_at)
      select ${officeId}, a.id, 'x', b.id, '2027-01-11T08:00Z' from staff_users a, staff_users b
       where a.office_id = ${officeId} and a.role = 'municipality' and b.office_id = ${officeId} and b.role = 'coordinator'
      returning id`,
    room: `select ${world.roomIds[1]} as id`,
    notice: `select id from notices where talk_id is not null order by id limit 1`,
    // one that is over, so that its time can be confirmed
    visit: `with over as (update visits set starts_at = '2027-01-08T09:00Z', ends_at = '2027-01-08T10:00Z'
      where state = 'confirmed' returning id) select id from over`,
    row: `select household_id as id from plan_rows where plan_id = '${planId}' limit 1`,
    slug: `select slug as id from offices where id = ${officeId}`,
  };
  const ids: Record<string, string> = {};
  for (const [kind, sql] of Object.entries(added)) {
    const [row] = await test.database.query<{ id: string | number }>(sql);
    ids[kind] = String(row?.id ?? '');
  }
  return ids;
}
