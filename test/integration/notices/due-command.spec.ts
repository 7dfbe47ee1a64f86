import { execFile } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { aBookedTalk } from '../../support/notices.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('the command that sends what is due', () => {
  let test: TestApp;
  let world: SmallWorld;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
  });

  beforeEach(async () => {
    await test.database.query('delete from talks');
    test.mailbox.clear();
    test.clock.moveTo(MONDAY);
    await aBookedTalk(test, world);
  });

  afterAll(() => test.close());

  const due = (environment: NodeJS.ProcessEnv): Promise<Ended> =>
    new Promise((resolve) => {
      execFile(
        process.execPath,
        [path.resolve('dist/cli.js'), 'due'],
        {
          env: {
            ...process.env,
            DATABASE_URL: test.databaseUrl,
            SMTP_URL: test.mailbox.smtpUrl,
            PUBLIC_URL: 'https://termine.musterland.example',
            SECRET_KEY: 'a secret key of the tests, 32 characters',
            NOW: new Date(MONDAY.getTime() + 120_000).toISOString(),
            ...environment,
          },
        },
        (error, out, err) => {
          resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
        },
      );
    });

  it('sends it once, and says how much', async () => {
    const first = await due({});
    const second = await due({});

    expect([first, second]).toMatchObject([
      { code: 0, out: '1 sent, 0 to be tried again, 0 in trouble, 0 no longer needed\n' },
      { code: 0, out: '0 sent, 0 to be tried again, 0 in trouble, 0 no longer needed\n' },
    ]);
    expect(test.mailbox.mails[0]?.parsed.text).toContain('https://termine.musterland.example/t/');
  });

  it('writes the same words in every zone of the server', async () => {
    await due({ TZ: 'Asia/Tokyo' });
    await aBookedTalk(test, world);
    await due({ TZ: 'America/Los_Angeles' });

    for (const { parsed } of test.mailbox.mails) {
      expect(parsed.text).toContain('• Tag: Donnerstag, 21. Januar 2027 (21.01.2027)');
      expect(parsed.text).toContain('• Zeit: 14:00–14:45 (Schweizer Zeit)');
    }
    expect(test.mailbox.mails).toHaveLength(2);
  });

  it('fails with cause and cure in one line when the mail server is away, and the notice waits', async () => {
    const ended = await due({ SMTP_URL: 'smtp://127.0.0.1:1' });

    expect(ended.code).toBe(1);
    expect(ended.err.trim().split('\n').at(-1)).toBe(
      'The mail server is away or refuses us. Check SMTP_URL and try again.',
    );
    expect(await due({ NOW: new Date(MONDAY.getTime() + 240_000).toISOString() })).toMatchObject({ code: 0 });
    expect(test.mailbox.mails).toHaveLength(1);
  });
});
