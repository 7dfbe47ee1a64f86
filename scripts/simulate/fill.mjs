import { choicesFrom } from '../../dist/features/example-office/random.js';
import { createTariffs } from '../../dist/features/example-office/tariffs.js';
import {
  saveMunicipalities,
  shippedMunicipalities,
} from '../../dist/features/municipalities/shipped-municipalities.js';
import { hashPassword } from '../../dist/features/staff/passwords.js';
import { AuditBook } from './audit-book.mjs';
import { CopyRows } from './copy-rows.mjs';
import { addDays } from './days.mjs';
import { addArrivals } from './households.mjs';
import { Counters } from './ids.mjs';
import { continueNumbers, layAside } from './laid-aside.mjs';
import { addOffice, householdsByOffice } from './office.mjs';
import { TABLES } from './tables.mjs';

/** Everybody's password in a simulated database. */
export const PASSWORD = 'simulated-history';
const CHUNK_DAYS = 91;

/**
 * Fills an empty database with a history that ends at `now`.
 * @returns rows by table
 */
export async function fill(client, { offices, years, households, seed, now, secretKey, say }) {
  const until = now.toISOString().slice(0, 10);
  const from = addDays(until, -Math.round(years * 365.25));
  const rows = new CopyRows(TABLES);
  // all or nothing: the schema as it was is part of it
  await client.query('begin');
  const ids = new Counters();
  const world = {
    rows,
    ids,
    secretKey,
    passwordHash: await hashPassword(PASSWORD),
    tariffFrom: await addTariffs(client),
  };
  const putBack = await layAside(client, Object.keys(TABLES));
  const sizes = householdsByOffice(households, offices);
  for (const [index, perYear] of sizes.entries()) {
    Object.assign(world, { choices: choicesFrom(seed * 1000 + index), audit: new AuditBook(rows, ids) });
    const office = addOffice(world, index, { perYear, from, until });
    for (let day = from; day < until; day = addDays(day, CHUNK_DAYS)) {
      const end = addDays(day, CHUNK_DAYS);
      addArrivals(world, office, { from: day, until: end < until ? end : until, now: now.getTime() });
      world.audit.release(Math.min(Date.parse(end), now.getTime()));
      await rows.flush(client);
    }
    say(`${office.slug}: ${perYear} households a year`);
  }
  say('putting back indexes and constraints');
  await putBack();
  await continueNumbers(client, Object.keys(TABLES));
  await client.query('commit');
  await client.query('vacuum analyze');
  return rows.written;
}

/** @returns first day of each tariff by its code */
async function addTariffs(client) {
  const tx = { query: async (sql, values) => (await client.query(sql, values)).rows };
  await createTariffs(tx);
  await saveMunicipalities(tx, shippedMunicipalities('BL'));
  const tariffs = await tx.query('select code, valid_from::text as day from tariffs');
  return new Map(tariffs.map(({ code, day }) => [code, day]));
}
