import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { arrivalsFile } from '../../support/arrivals-file.js';
import { anOffice, blMunicipalities } from '../../support/world.js';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

// each call starts the product as a process of its own
jest.setTimeout(120_000);

describe('the command import-arrivals', () => {
  let test: TestApp;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    test = await startTestApp();
    await anOffice(test.database, { slug: 'musterland' });
    await blMunicipalities(test.database);
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'arrivals-'));
    file = path.join(folder, 'liste.csv');
    fs.writeFileSync(file, arrivalsFile('2027-01-11').replace('14.03.1991', '31.02.1991'));
  });

  afterAll(async () => {
    fs.rmSync(folder, { recursive: true });
    await test.close();
  });

  const run = (...words: readonly string[]): Promise<Ended> =>
    new Promise((resolve) => {
      const env = {
        PATH: process.env['PATH'],
        DATABASE_URL: test.databaseUrl,
        CONTACT_KEYS_FILE: process.env['CONTACT_KEYS_FILE'],
        DATA_DIR: folder,
        NOW: '2027-01-11T08:00:00Z',
        SECRET_KEY: 'a secret key of the tests, 32 characters',
      };
      const args = ['dist/cli.js', 'import-arrivals', ...words];
      const child = execFile(process.execPath, args, { env }, (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, stdout, stderr });
      });
    });

  it('prints the result, first as a preview, then saved', async () => {
    const preview = await run(file, '--dry-run');
    const saved = await run(file, '--json', '--office', 'musterland');

    expect(preview).toMatchObject({ code: 0, stderr: '' });
    expect(preview.stdout).toContain('liste.csv: Vorschau, nichts gespeichert');
    expect(preview.stdout).toContain('40 Zeilen · Neu: 39 · Geändert: 0 · Unverändert: 0 · Mit Fehlern: 1');
    expect(preview.stdout).toContain('Zeile 2, Geburtsdatum: Dieses Datum gibt es nicht.');
    expect(saved.code).toBe(0);
    expect(JSON.parse(saved.stdout)).toMatchObject({ rows: 40, created: 39, unchanged: 0, rejected: 1 });
  });

  it('ends with 1 and one line when something is wrong, and with 2 when it is called wrongly', async () => {
    fs.writeFileSync(path.join(folder, 'wrong.csv'), 'Nachname;Vorname\na;b');
    await anOffice(test.database, { slug: 'second' });
    const oneLine = /^[^\n]+\n$/;

    const missing = await run(path.join(folder, 'nothing.csv'));
    const wrong = await run(path.join(folder, 'wrong.csv'), '--office', 'musterland');
    const which = await run(file);
    const usage = await run();

    expect([missing.code, wrong.code, which.code, usage.code]).toEqual([1, 1, 1, 2]);
    for (const { stderr } of [missing, wrong, which]) expect(stderr).toMatch(oneLine);
    expect(missing.stderr).toContain('nothing.csv');
    expect(wrong.stderr).toContain('Es fehlen: Geburtsdatum, Sprache, Gemeinde, Zuzugsdatum.');
    expect(which.stderr).toContain('Name one with --office: musterland, second.');
  });
});
