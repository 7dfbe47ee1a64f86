import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { Households } from '../../../src/features/households/index.js';
import { SendingHold } from '../../../src/features/notices/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type CommandEnd, runCommand } from '../../support/command.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { aBookedTalk, sendLater } from '../../support/notices.js';
import { scratchFolder } from '../../support/product.js';
import { aSmallWorld } from '../../support/world.js';

jest.setTimeout(120_000);

const COUNTS = `select (select count(*)::int from talks) as talks, (select count(*)::int from allocations) as allocations,
  (select count(*)::int from notices) as notices, (select count(*)::int from audit_entries) as audit,
  (select count(*)::int from calendar_entries) as entries,
  (select md5(string_agg(t::text, ',' order by id)) from talks t) as same`;

describe('a backup', () => {
  let test: TestApp;
  let empty: TestDatabase;
  let folder: string;
  let file: string;
  let householdId: number;

  beforeAll(async () => {
    test = await startTestApp();
    const world = await aSmallWorld(test.database);
    ({ householdId } = await aBookedTalk(test, world));
    await aBookedTalk(test, world);
    empty = await freshDatabase();
    await onEmpty(`drop schema public cascade; drop schema bullmq cascade; create schema public`);
    folder = scratchFolder();
    file = path.join(folder, 'backup');
  });

  afterAll(async () => {
    await test.close();
    fs.rmSync(folder, { recursive: true });
  });

  async function onEmpty<Row extends object>(sql: string): Promise<Row[]> {
    const client = new pg.Client(empty.url);
    await client.connect();
    const { rows } = await client.query<Row>(sql);
    await client.end();
    return rows;
  }
  const environment = (): NodeJS.ProcessEnv => ({ BACKUP_KEY_FILE: path.join(folder, 'backup.key') });
  const onRestored = (words: string[], more: NodeJS.ProcessEnv = {}): Promise<CommandEnd> =>
    runCommand(test, words, {
      ...environment(),
      DATABASE_URL: empty.url,
      ...more,
    });

  it('is one encrypted file, and restored into an empty database only, whole or not at all', async () => {
    expect(await runCommand(test, ['backup', file], environment())).toMatchObject({ code: 0, err: '' });
    const bytes = fs.readFileSync(file);
    expect(bytes.includes('Musterland')).toBe(false);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect((await runCommand(test, ['restore', file], environment())).err).toContain(
      'Restore into an empty one',
    );

    const damaged = path.join(folder, 'damaged');
    fs.writeFileSync(damaged, bytes.subarray(0, -10));
    expect((await onRestored(['restore', damaged])).err).toContain('changed or cut off at byte');
    const { CONTACT_KEYS_FILE: keys } = process.env;
    const strange = path.join(folder, 'strange.json');
    fs.writeFileSync(
      strange,
      fs.readFileSync(keys!, 'utf8').replace(/"key": "./, (start) => `${start.slice(0, -1)}+`),
    );
    expect((await onRestored(['restore', file], { CONTACT_KEYS_FILE: strange })).err).toContain(
      'not those of this database',
    );
    expect(await onEmpty('select from offices')).toEqual([]);

    const restored = await onRestored(['restore', file]);
    expect(restored.err).toBe('');
    expect(restored.out).toMatch(/^\d+ rows as of .*\nNothing is sent\./);
    const owner = await test.owner.query(COUNTS);
    expect(await onEmpty(COUNTS)).toEqual(owner);
    expect(owner).toMatchObject([{ talks: 2 }]);
    expect(await onEmpty(`select from pg_trigger where tgenabled = 'D'`)).toEqual([]);
    expect(await onEmpty(`select from pg_constraint where contype = 'f' and condeferrable`)).toEqual([]);
  });

  it('sends nothing before a person says so; then by the usual rules, and the audit says who it was', async () => {
    const restored = await startTestApp(undefined, { database: empty });
    const hold = restored.app.get(SendingHold, { strict: false });
    expect(await sendLater(restored, 10)).toMatchObject({ sent: 0 });
    expect(await hold.open()).toMatchObject({ reason: expect.stringContaining('backup of'), due: 2 });

    expect([await hold.release('staff:1'), await hold.release('staff:1')]).toEqual([true, false]);
    expect(await sendLater(restored, 0)).toMatchObject({ sent: 2 });
    const there = await restored.app.get(Households).get(1, householdId);
    expect(restored.mailbox.mails.flatMap(({ recipients }) => recipients)).toContain(there.persons[0]!.email);
    expect(
      await restored.database.query(`select actor from audit_entries where action = 'sending-released'`),
    ).toEqual([{ actor: 'staff:1' }]);
    await restored.close();
  });
});
