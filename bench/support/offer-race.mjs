import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { percentile } from './product.mjs';
import { deadlocks, ownDatabase } from './race.mjs';
import { createRaceWorld, NOW, startOf } from './race-world.mjs';
import { closeConnections, request, startWebProcesses } from './web-processes.mjs';

const PROCESSES = 2;

/** So many rounds in which so many interpreters accept the same talk at one moment, over HTTP. */
export async function offerRace({ rounds, interpreters, databaseUrl }) {
  const stops = [];
  try {
    const url = databaseUrl ?? (await ownDatabase(stops));
    const client = new pg.Client(url);
    await client.connect();
    stops.push(() => client.end());
    const world = await createRaceWorld(client, 1);
    await client.query(`update offices set policies = '{"interpreterBooking":"asked"}'`);
    await addColleagues(client, world, interpreters - 1);
    const web = await startWebProcesses(PROCESSES, {
      DATABASE_URL: url,
      NOW,
      SMTP_URL: 'smtp://127.0.0.1:9',
      SECRET_KEY: 'a secret key of the race, 32 characters',
    });
    stops.push(web.stop);
    const before = await deadlocks(client);
    const seen = [];
    for (let round = 0; round < rounds; round += 1) {
      // two of five rounds are between two, the others between all
      const rivals = round % 5 < 2 ? 2 : interpreters;
      seen.push(await oneRound(client, { round, rivals, world, urls: web.urls }));
    }
    return summary(seen, { interpreters, deadlocks: (await deadlocks(client)) - before });
  } finally {
    closeConnections();
    for (const stop of stops.reverse()) await stop();
  }
}

async function addColleagues(client, { officeId, interpreterId }, count) {
  await client.query(
    `with made as (
       insert into interpreters (first_name, last_name, email, max_talks_per_day, max_talks_per_week,
         secrecy_declared_on, tariff_code)
       select first_name, number::text, '', max_talks_per_day, max_talks_per_week,
         secrecy_declared_on, tariff_code
         from interpreters, generate_series(1, $2::int) as number where id = $1 returning id),
     listed as (insert into office_interpreters (office_id, interpreter_id) select $3, id from made),
     speaking as (insert into interpreter_languages (interpreter_id, language, level) select id, 'ti', 3 from made)
     insert into interpreter_hours (interpreter_id, weekday, starts, ends)
     select id, day, '07:00', '19:00' from made, generate_series(1, 5) as day`,
    [interpreterId, count, officeId],
  );
}

async function oneRound(client, { round, rivals, world, urls }) {
  const headers = () => ({ authorization: `Bearer ${world.token}`, 'idempotency-key': randomUUID() });
  const booked = await request(`${urls[0]}/api/v1/talks`, {
    method: 'POST',
    headers: headers(),
    body: {
      householdId: world.householdIds[0],
      startsAt: startOf(round),
      mode: 'onsite',
      roomId: world.rooms[0],
      caseworkerId: world.caseworkers[0],
      interpreterId: world.interpreterId,
      interpreterMode: 'onsite',
      language: 'ti',
    },
  });
  if (booked.status !== 201) throw new Error(`The talk was not booked: ${JSON.stringify(booked.body)}`);
  const offers = await askOthers(client, rivals);
  const answers = await Promise.all(
    offers.map((id, index) =>
      request(`${urls[index % urls.length]}/api/v1/offers/${id}/accept`, {
        method: 'POST',
        headers: headers(),
        body: {},
      }),
    ),
  );
  // kept alive for longer than the server does they would be closed under the next round
  closeConnections();
  const stored = await whatIsStored(client);
  for (const table of ['talks', 'allocations', 'offers', 'visits', 'notices'])
    await client.query(`delete from ${table}`);
  await client.query(`update households set state = 'open'`);
  return { answers, rivals, ...stored };
}

/** Everybody is asked as the first interpreter was, and has the request. */
async function askOthers(client, rivals) {
  await client.query(
    `insert into offers (office_id, interpreter_id, tier, interpreter_mode, asked_at, answer_by)
     select o.office_id, i.id, o.tier, o.interpreter_mode, o.asked_at, o.answer_by from offers o, interpreters i
      where i.id <> o.interpreter_id order by i.id limit $1`,
    [rivals - 1],
  );
  await client.query(
    `insert into offer_talks (offer_id, talk_id, revision, starts_at, ends_at, site_id)
     select o.id, x.talk_id, x.revision, x.starts_at, x.ends_at, x.site_id from offers o, offer_talks x
      where o.id <> x.offer_id`,
  );
  await client.query(`delete from notices where kind <> 'interpreter-request'`);
  await client.query(
    `insert into notices (office_id, kind, talk_id, offer_id, revision, recipient_kind, recipient_id, channel, locale,
       direction, template_version, due_at, message_id)
     select n.office_id, n.kind, n.talk_id, o.id, 1, 'interpreter', o.interpreter_id, n.channel, n.locale, n.direction,
       n.template_version, n.due_at, o.id::text from notices n, offers o where o.id <> n.offer_id`,
  );
  await client.query(`update notices set state = 'sent'`);
  const { rows } = await client.query('select id from offers');
  return rows.map(({ id }) => id);
}

/** The database's own word on the round. */
async function whatIsStored(client) {
  const { rows } = await client.query(`
    select (select count(*)::int from offers where state = 'accepted') as accepted,
      (select count(*)::int from offer_talks where state = 'accepted') as "acceptedTalks",
      (select count(*)::int from allocations a join offers o on o.interpreter_id = a.resource_id
        where a.resource_kind = 3 and o.state = 'accepted') as kept,
      (select count(*)::int from allocations where resource_kind = 3) as "keptTimes",
      (select count(*)::int from talks t join offers o on o.interpreter_id = t.interpreter_id and o.state = 'accepted'
        where t.interpreter_state = 'confirmed' and t.state = 'invited') as talks,
      (select count(*)::int from notices where kind = 'interpreter-confirmed') as confirmations,
      (select count(*)::int from notices where kind = 'invitation') as invitations,
      (select count(*)::int from notices where kind = 'interpreter-taken') as farewells`);
  return rows[0];
}

function isRight({ answers, rivals, farewells, ...ones }) {
  const winners = answers.filter(({ status }) => status === 200).length;
  const losers = answers.filter(({ status, body }) => status === 409 && body.code === 'offer-taken').length;
  const single = ['accepted', 'acceptedTalks', 'kept', 'keptTimes', 'talks', 'confirmations', 'invitations'];
  return (
    winners === 1 &&
    losers === rivals - 1 &&
    farewells === rivals - 1 &&
    single.every((name) => ones[name] === 1)
  );
}

function summary(rounds, { interpreters, deadlocks: found }) {
  const statuses = {};
  const losing = [];
  for (const { status, body, ms } of rounds.flatMap(({ answers }) => answers)) {
    const name = status === 200 ? '200' : `${status} ${body.code}`;
    statuses[name] = (statuses[name] ?? 0) + 1;
    if (status !== 200) losing.push(ms);
  }
  const wrongRounds = rounds.filter((round) => !isRight(round)).length;
  return {
    rounds: rounds.length,
    interpreters,
    statuses,
    wrongRounds,
    deadlocks: found,
    takenMs: { p50: Math.round(percentile(losing, 50)), p95: Math.round(percentile(losing, 95)) },
    isRight: wrongRounds === 0 && found === 0,
  };
}
