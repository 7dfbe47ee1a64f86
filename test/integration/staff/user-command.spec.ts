import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aStaffUser, StaffBrowser } from '../../support/office.js';
import { anOffice } from '../../support/world.js';

describe('welcome-talks user create', () => {
  let test: TestApp;
  let officeId: number;

  beforeAll(async () => {
    test = await startTestApp();
    officeId = await anOffice(test.database, { slug: 'musterland' });
  });

  afterAll(() => test.close());

  /** Runs the built command on the database of the test. */
  const run = (...words: string[]): Promise<{ code: number | null; out: string; err: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['dist/cli.js', 'user', 'create', ...words], {
        env: {
          PATH: process.env['PATH'],
          DATABASE_URL: test.databaseUrl,
          LOG_LEVEL: 'error',
          CONTACT_KEYS_FILE: process.env['CONTACT_KEYS_FILE'],
        },
      });
      let [out, err] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      child.once('close', (code) => {
        resolve({ code, out, err });
      });
    });

  it('prints a password once, with which the person signs in', async () => {
    const { code, out } = await run('neu@musterland.example', '--role', 'coordinator', '--name', 'Nina Neu');
    const browser = new StaffBrowser(test.url);

    const answer = await browser.signIn('neu@musterland.example', out.trim());

    expect(code).toBe(0);
    expect(out.trim()).toMatch(/^[\w-]{20}$/);
    expect(answer.headers.get('location')).toBe('/office');
    expect(await browser.page('/office/today')).toContain('Nina Neu');
  }, 30_000);

  it('names cause and cure in one line when it cannot', async () => {
    await aStaffUser(test, officeId, { email: 'zwei@musterland.example' });

    const again = await run('Zwei@Musterland.example', '--role', 'auditor');
    const wrong = await run('no address', '--role', 'auditor');
    const office = await run('drei@musterland.example', '--role', 'auditor', '--office', 'nowhere');

    expect([again.code, wrong.code, office.code]).toEqual([1, 1, 1]);
    expect(again.err).toBe('There is an account for Zwei@Musterland.example already. Use another address.\n');
    expect(wrong.err).toContain('is no e-mail address');
    expect(office.err).toContain('Known: musterland');
  }, 60_000);

  it('says how it is used when a word is missing or no role', async () => {
    const [none, unknown] = await Promise.all([
      run('vier@musterland.example'),
      run('vier@musterland.example', '--role', 'king'),
    ]);

    expect([none.code, unknown.code]).toEqual([2, 2]);
    expect(unknown.err).toContain('coordinator');
  }, 30_000);
});
