import 'reflect-metadata';
import path from 'node:path';
import pg from 'pg';
import { ApiTokens } from '../../dist/features/api-tokens/index.js';
import { CalendarLinks } from '../../dist/features/links/index.js';
import { linkToken } from '../../dist/features/links/link-token.js';
import { InterpreterSessions } from '../../dist/features/interpreters/sign-in/interpreter-sessions.js';
import { StaffSessions } from '../../dist/features/staff/staff-sessions.js';
import { RunningClock } from '../../dist/platform/clock/clock.js';
import { loadConfig } from '../../dist/platform/config/config.js';
import { freePort } from '../../dist/platform/database/free-port.js';
import { openDatabase } from '../../dist/platform/database/open-database.js';
import { createLogger } from '../../dist/platform/logging/logger.js';
import { connectQueues } from '../../dist/platform/queue/queue-connection.js';
import { allOffices } from '../../dist/platform/database/office-scope.js';
import { createWebApp } from '../../dist/web-app.js';

/** The web application on a simulated database, with somebody of every kind signed in; call `close` in any case. */
export async function openSimulated(dataDir) {
  const config = loadConfig({ ...process.env, DATA_DIR: path.resolve(dataDir), LOG_LEVEL: 'error' });
  const database = await openDatabase({ dataDir: config.dataDir });
  const queues = connectQueues(database.url, undefined);
  const url = `http://127.0.0.1:${await freePort(0)}`;
  const settings = { ...config, databaseUrl: database.url, smtpUrl: 'smtp://127.0.0.1:1', publicUrl: url };
  const app = await createWebApp({
    ...{ settings, queues, role: 'web', clock: new RunningClock(), logger: createLogger('error') },
  });
  await app.listen(new URL(url).port, '127.0.0.1');
  const client = new pg.Client(database.url);
  await client.connect();
  const close = async () => {
    await client.end();
    await app.close();
    await queues.close();
    await database.close();
  };
  return { url, client, close, ...(await allOffices(() => someOf(client, app, config.secretKey))) };
}

/** Things of the largest office that pages are about, and who may see them. */
async function someOf(client, app, secretKey) {
  const one = async (sql) => Object.values((await client.query(sql)).rows[0])[0];
  const coming = `from talks where office_id = 1 and starts_at > now() + interval '12 days' and state = 'confirmed'`;
  const ids = {
    open: await one(
      `select id from households where office_id = 1 and state = 'open' order by target_on, id limit 1`,
    ),
    talk: await one(`select id ${coming} order by starts_at limit 1`),
    household: await one(`select household_id ${coming} order by starts_at limit 1`),
    interpreter: await one(
      `select interpreter_id ${coming} and interpreter_id is not null order by starts_at limit 1`,
    ),
  };
  const link = await one(`select id from links where talk_id = '${ids.talk}' and purpose = 'talk'`);
  const calendars = app.get(CalendarLinks);
  const owner = { kind: 'interpreter', id: ids.interpreter };
  await calendars.renew(owner);
  const tokens = app.get(ApiTokens);
  const { token } = await tokens.create({ officeId: 1, role: 'administrator', name: 'plans' });
  return {
    ids: {
      ...ids,
      secret: linkToken(secretKey, link),
      feed: new URL(await calendars.addressOf(owner)).pathname,
    },
    headers: {
      staff: { cookie: `staff=${await app.get(StaffSessions).start(1)}` },
      interpreter: { cookie: `interpreter=${await app.get(InterpreterSessions).start(ids.interpreter)}` },
      api: { authorization: `Bearer ${token}` },
      nobody: {},
    },
  };
}
