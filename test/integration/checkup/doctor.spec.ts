import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { allMigrations } from '../../../src/migrations/all-migrations.js';
import { type Finding, lookAt } from '../../../src/platform/checkup/finding.js';
import { lookAtDatabase } from '../../../src/platform/checkup/look-at-database.js';
import {
  lookAtAddress,
  lookAtProxies,
  lookAtSecrets,
} from '../../../src/platform/checkup/look-at-machine.js';
import { lookAtMail } from '../../../src/platform/checkup/look-at-mail.js';
import { lookAtRedisQueue } from '../../../src/platform/checkup/look-at-queue.js';
import { type Config, loadConfig } from '../../../src/platform/config/config.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { runCommand } from '../../support/command.js';
import { startScriptedSmtp } from '../../support/scripted-smtp.js';
import { anOffice, someLanguages } from '../../support/world.js';

// the command is a process of its own
jest.setTimeout(120_000);

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
  await someLanguages(test.database);
  await anOffice(test.database, { slug: 'alpha' });
});
afterAll(() => test.close());

const names = allMigrations.map(({ name }) => name);
const stateOf = (findings: readonly Finding[], part: string): string | undefined =>
  findings.find((finding) => finding.part === part)?.state;

describe('the doctor', () => {
  it('says that a whole installation is well, one line for each part, and exits with 0', async () => {
    const { code, out, err } = await runCommand(test, ['doctor']);

    expect(err).toBe('');
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => line.slice(9, 20).trim())).toEqual([
      'database',
      'extensions',
      'migrations',
      'clock',
      'queue',
      'texts',
      'mail',
      'address',
      'proxies',
      'secrets',
      'letters',
      'disk',
    ]);
    // the tests' office has approved two languages of many, and its mails reach nobody
    expect(lines.filter((line) => line.startsWith('warning')).map((line) => line.slice(9, 14))).toEqual([
      'texts',
      'mail ',
    ]);
    expect(lines.find((line) => line.includes('texts'))).toMatch(
      /alpha has texts without approval \(.*\bsq \d+/,
    );
    expect(lines.filter((line) => !line.startsWith('ok')).every((line) => line.includes('To do: '))).toBe(
      true,
    );
  });

  it('fails with a cause and a cure, in JSON when asked, without a database and with a broken mail server', async () => {
    const smtp = await startScriptedSmtp({ greeting: '554 not today' });
    const broken = { ...test, databaseUrl: 'postgres://nobody@127.0.0.1:1/none' };
    const { code, out } = await runCommand(broken, ['doctor', '--json'], { SMTP_URL: smtp.url });
    await smtp.stop();

    expect(code).toBe(1);
    const findings = JSON.parse(out) as Finding[];
    const failed = findings.filter(({ state }) => state === 'failed');
    expect(failed.map(({ part }) => part)).toEqual(['database', 'mail']);
    expect(failed[0]?.meaning).toContain('127.0.0.1:1');
    expect(failed[1]?.meaning).toContain('554 not today');
    expect(failed.every(({ cure = '' }) => cure.length > 10)).toBe(true);
  });

  it('sees missing and unknown migrations', async () => {
    const missing = await lookAtDatabase(test.database, [...names, 'FromTomorrow1'], test.clock);
    const newer = await lookAtDatabase(test.database, names.slice(0, -1), test.clock);

    expect(missing.find(({ part }) => part === 'migrations')).toMatchObject({
      state: 'failed',
      cure: 'run: welcome-talks migrate',
    });
    expect(stateOf(newer, 'migrations')).toBe('warning');
  });

  it('sees a clock that is wrong, and none that is moved on purpose', async () => {
    const ahead = {
      now: () => new Date(test.clock.now().getTime() + 5000),
      offsetMs: () => test.clock.offsetMs(),
    };

    expect(stateOf(await lookAtDatabase(test.database, names, ahead), 'clock')).toBe('failed');
    expect(stateOf(await lookAtDatabase(test.database, names, test.clock), 'clock')).toBe('ok');
  });

  it('signs in at the mail server and sends nothing', async () => {
    expect(await lookAtMail(test.mailbox.smtpUrl, true)).toMatchObject({ state: 'ok' });
    expect(test.mailbox.mails).toHaveLength(0);
    expect(await lookAtMail(undefined, true)).toMatchObject({ state: 'failed' });
  });

  it('turns what goes wrong while looking into a finding', async () => {
    const findings = await lookAt('queue', 'start Redis', () => lookAtRedisQueue('redis://127.0.0.1:1'));

    expect(findings).toMatchObject([{ part: 'queue', state: 'failed', cure: 'start Redis' }]);
  });

  it('does not like a key that can be guessed, nor an address that is not safe', () => {
    const config = (more: Partial<Config>): Config => ({
      ...loadConfig({ SECRET_KEY: 'a'.repeat(40) }),
      production: true,
      ...more,
    });

    expect(lookAtSecrets(config({})).state).toBe('failed');
    expect(lookAtSecrets(config({ secretKey: 'Zq8rT1mXc0LkPv7wEyHs2dJb9' })).state).toBe('ok');
    expect(lookAtAddress(config({ publicUrl: 'http://termine.example' })).state).toBe('failed');
    expect(lookAtAddress(config({ publicUrl: 'https://termine.example' })).state).toBe('ok');
  });

  it('warns where all visitors would count as one: behind a proxy, or open, that nobody named', () => {
    const behind = (more: NodeJS.ProcessEnv): Finding =>
      lookAtProxies(loadConfig({ SECRET_KEY: 'a'.repeat(40), ...more }));

    expect(behind({}).state).toBe('ok');
    expect(behind({ PUBLIC_URL: 'https://termine.example' }).state).toBe('warning');
    expect(behind({ HOST: '0.0.0.0' })).toMatchObject({ state: 'warning', cure: expect.any(String) });
    expect(behind({ PUBLIC_URL: 'https://termine.example', TRUSTED_PROXIES: '10.0.0.1' }).state).toBe('ok');
  });
});
