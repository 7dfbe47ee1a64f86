import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { householdTables } from '../../../src/features/personal-data/household-tables.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { runCommand } from '../../support/command.js';
import { contactOf } from '../../support/contacts.js';
import { aBookedTalk, sendLater } from '../../support/notices.js';
import { pdfPages } from '../../support/pdf-text.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

// the commands are processes of their own
jest.setTimeout(120_000);

let test: TestApp;
let world: SmallWorld;

beforeAll(async () => {
  test = await startTestApp();
  world = await aSmallWorld(test.database, { slug: 'alpha' });
});
afterAll(() => test.close());

describe('the export of what is kept about a household', () => {
  it('knows every table that hangs on a household, or has its number', async () => {
    const rows = await test.database.query<{ name: string }>(
      `with recursive reached as (
         select 'households'::regclass::oid as id
         union select conrelid from pg_constraint join reached on confrelid = reached.id where contype = 'f'
       )
       select id::regclass::text as name from reached
       union select table_name from information_schema.columns
         where table_schema = 'public' and column_name ~ '^(household_id|person_id)$'`,
    );
    const declared = new Set(householdTables.map(({ table }) => table));

    expect(rows.length).toBeGreaterThan(10);
    expect(rows.map(({ name }) => name).filter((name) => !declared.has(name))).toEqual([]);
  });

  it('holds what is theirs, nothing of others and nothing that opens a door', async () => {
    const own = await aBookedTalk(test, world, {}, { row: { reference: 'H-export' } });
    const other = await aBookedTalk(test, world, { starts_at: '2027-01-22T13:00:00Z' });
    await sendLater(test, 5);
    const file = path.join(tmpdir(), `export-person-${process.pid}.json`);
    const { code, err } = await runCommand(test, ['export-person', 'H-export', '-o', file]);

    expect([code, err]).toEqual([0, '']);
    const text = await readFile(file, 'utf8');
    await rm(file);
    const { tables, reference, householdId } = JSON.parse(text);
    expect({ reference, householdId }).toEqual({ reference: 'H-export', householdId: own.householdId });
    expect(Object.keys(tables)).toEqual(householdTables.map(({ table }) => table));
    expect(tables.talks.map((talk: { id: string }) => talk.id)).toEqual([own.talkId]);
    expect(tables.persons).toHaveLength(1);
    const invitation = tables.notices.find(({ kind }: { kind: string }) => kind === 'invitation');
    expect(invitation.body_text).toContain(tables.persons[0].first_name);
    expect(tables.links[0]).not.toHaveProperty('token_hash');
    const [stranger] = await test.database.query<{ name: string }>(
      'select last_name as name from persons where household_id = $1',
      [other.householdId],
    );
    expect(text).not.toContain(`"${stranger!.name}"`);
    expect(tables.persons[0].email).toBe((await contactOf(test.database, own.householdId)).email);
    expect(text).not.toContain((await contactOf(test.database, other.householdId)).email);
    expect(text).not.toContain(other.talkId);
    const entries = await test.database.query(
      `select actor from audit_entries where action = 'household-exported' and subject_id = $1`,
      [String(own.householdId)],
    );
    expect(entries).toEqual([{ actor: 'system' }]);
  });

  it('is a document that people can read, with who looked at it and what was written to them', async () => {
    await aBookedTalk(test, world, {}, { row: { reference: 'H-paper', street: 'Rheinstrasse 12' } });
    await sendLater(test, 5);
    const file = path.join(tmpdir(), `export-person-${process.pid}.pdf`);
    const { code, err } = await runCommand(test, ['export-person', 'H-paper', '--pdf', '-o', file]);

    expect([code, err]).toEqual([0, '']);
    const lines = (await pdfPages(await readFile(file))).flat();
    await rm(file);
    expect(lines).toEqual(expect.arrayContaining(['Personen', 'Gespräche', 'Nachrichten und Briefe']));
    const text = lines.join(' ');
    for (const fact of ['Rheinstrasse 12', '21.01.2027 14:00', 'Guten Tag', 'Auskunft erteilt'])
      expect(text).toContain(fact);
    expect(text).not.toMatch(/token|[0-9a-f]{64}/);
  });

  it('says where to find the number of a household that it does not know', async () => {
    const { code, out, err } = await runCommand(test, ['export-person', 'H-nobody']);

    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('H-nobody');
    expect(err).toContain('/office/households');
  });
});
