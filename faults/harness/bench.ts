import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { startProduct } from '../../test/support/product.js';
import { Cluster } from './cluster.js';
import { Installation, type Environment } from './installation.js';
import { SECRETS } from './secrets.js';
import { arrivalsOf, createOffice, MONDAY, type World } from './world.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TEMPLATE = 'template_faults';

/** What all faults of a run share: one PostgreSQL, and a database with an office that each fault gets a copy of. */
export class Bench {
  private opened: Installation[] = [];
  private count = 0;

  private constructor(
    readonly cluster: Cluster,
    readonly world: World,
  ) {}

  /** @param households so many wait for a talk */
  static async start(households: number): Promise<Bench> {
    const cluster = new Cluster();
    await cluster.start();
    try {
      return new Bench(cluster, await createWorld(cluster, households));
    } catch (error) {
      await cluster.remove();
      throw error;
    }
  }

  /** A copy of the office with nothing running on it. @param environment settings that all its processes share */
  async open(environment: Environment = {}): Promise<Installation> {
    this.count += 1;
    const database = `fault_${this.count}`;
    await this.cluster.query(
      'postgres',
      `create database ${database} template ${TEMPLATE} strategy file_copy`,
    );
    const installation = await Installation.open(this.cluster, database, this.world, environment);
    this.opened.push(installation);
    return installation;
  }

  /** As {@link open}, on another server, which the fault starts and removes itself. */
  async openOn(cluster: Cluster): Promise<Installation> {
    const world = await createWorld(cluster, 200);
    const installation = await Installation.open(cluster, TEMPLATE, world, {});
    this.opened.push(installation);
    return installation;
  }

  /** An office on the schema of the version before, on a database of its own. */
  async openBefore(root: string): Promise<Installation> {
    const database = 'fault_before';
    const world = await createWorld(this.cluster, 200, { database, root });
    const installation = await Installation.open(this.cluster, database, world, {});
    this.opened.push(installation);
    return installation;
  }

  /** Ends all processes of the present fault and mends the database server if need be. */
  async clear(): Promise<void> {
    for (const installation of this.opened) await installation.close();
    await this.cluster.start();
    for (const { database, cluster } of this.opened)
      if (cluster === this.cluster)
        await this.cluster.query('postgres', `drop database if exists ${database} with (force)`);
    this.opened = [];
  }

  async stop(): Promise<void> {
    for (const installation of this.opened) await installation.close();
    await this.cluster.remove();
  }
}

/** @param version another database than the template, and the folder of another built version */
async function createWorld(
  cluster: Cluster,
  households: number,
  { database, root }: { readonly database: string; readonly root: string } = {
    database: TEMPLATE,
    root: ROOT,
  },
): Promise<World> {
  await cluster.query('postgres', `create database ${database}`);
  const url = cluster.url(database);
  command(['migrate'], { DATABASE_URL: url }, root);
  const office = await createOffice(cluster, database);
  const answer = await importHouseholds(url, { token: office.token, count: households, root });
  const rows = await cluster.query<{ id: number }>(
    database,
    `select id from households where state = 'open' order by id`,
  );
  if (rows.length !== households)
    throw new Error(`${rows.length} households wait after their import: ${answer}`);
  return { ...office, householdIds: rows.map(({ id }) => id) };
}

/** Runs a command of the product and returns its output; fails when it does. */
export function command(words: readonly string[], environment: Environment, root = ROOT): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), ...words], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      ...SECRETS,
      LOG_LEVEL: 'error',
      ...environment,
    },
  });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

/** As a register would send them, so that they are stored as the product stores them. */
async function importHouseholds(
  databaseUrl: string,
  { token, count, root }: { readonly token: string; readonly count: number; readonly root: string },
): Promise<string> {
  const settings = {
    ROLE: 'web',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    NOW: new Date(MONDAY).toISOString(),
    ...SECRETS,
  };
  const web = await startProduct(settings, root);
  try {
    const answer = await importArrivals(web.url, token, arrivalsOf(count));
    return (await answer.text()).slice(0, 2000);
  } finally {
    await web.kill();
  }
}

/** Sends a register extract to the API. */
export function importArrivals(url: string, token: string, file: string): Promise<Response> {
  const form = new FormData();
  form.append('file', new Blob([file], { type: 'text/csv' }), 'zuzuege.csv');
  return fetch(`${url}/api/v1/arrivals/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
}
