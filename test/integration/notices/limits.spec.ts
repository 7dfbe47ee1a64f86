import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MailLimits } from '../../../src/features/notices/limits/mail-limits.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { reachHousehold } from '../../support/contacts.js';
import { aBookedTalk, sendLater } from '../../support/notices.js';
import { type Conversation, startScriptedSmtp, type ScriptedSmtp } from '../../support/scripted-smtp.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

jest.setTimeout(60_000);

describe('a mail server or a domain in trouble', () => {
  let far: ScriptedSmtp;
  let test: TestApp;
  let world: SmallWorld;

  beforeAll(async () => {
    far = await startScriptedSmtp();
    test = await startTestApp(MONDAY, { smtpUrl: far.url });
    world = await aSmallWorld(test.database);
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.query('delete from talks');
    await test.database.query('delete from mail_limits');
    far.setScript({});
    far.messages.length = 0;
  });

  afterAll(async () => {
    await test.close();
    await far.stop();
  });

  async function invite(count: number, domain: string): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const { householdId } = await aBookedTalk(test, world);
      await reachHousehold(test.database, householdId, { email: `person${index}@${domain}` });
    }
  }

  async function statesAt(domain: string): Promise<Record<string, number>> {
    const rows = await test.database.query<{ state: string; count: number }>(
      `select n.state || case when n.attempts > 0 then '' else ' untried' end as state, count(*)::int as count
         from notices n join persons p on p.household_id = n.recipient_id and p.email_domain = $1
        where n.kind = 'invitation' group by 1`,
      [domain],
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  const limits = () => test.app.get(MailLimits, { strict: false }).list();
  const replyTo = (domain: string, reply: string | (() => Promise<string>)) => (talk: Conversation) => {
    if (!talk.recipient.endsWith(`@${domain}`)) return undefined;
    return typeof reply === 'string' ? reply : reply();
  };

  it('a domain that asks for fewer mails gets fewer, the others all', async () => {
    await invite(12, 'many.example');
    await invite(3, 'other.example');
    far.setScript({ rcpt: replyTo('many.example', '450 4.7.28 unusual rate') });

    await sendLater(test, 5);

    expect(await statesAt('other.example')).toEqual({ sent: 3 });
    const { planned = 0, 'planned untried': untried = 0 } = await statesAt('many.example');
    expect(planned).toBeLessThanOrEqual(6);
    expect(planned + untried).toBe(12);
    const [limit] = await limits();
    expect(limit).toMatchObject({ domain: 'many.example', state: 'paced', reply: '450 4.7.28 unusual rate' });
    expect(limit!.perMinute).toBeLessThanOrEqual(60);
  });

  it('the limit of a domain that took a mail after a good minute is lifted', async () => {
    await invite(6, 'many.example');
    await test.database.query(
      `insert into mail_limits (target, state, per_minute, changed_at, next_at)
       values ('many.example', 'paced', 120, $1, $1)`,
      [MONDAY],
    );
    test.clock.moveTo(new Date(MONDAY.getTime() + 61_000));

    await sendLater(test, 0);
    expect(await limits()).toEqual([]);
    expect(await statesAt('many.example')).toEqual({ sent: 6 });
  });

  it('a pace holds over several looks', async () => {
    await invite(8, 'many.example');
    await test.database.query(
      `insert into mail_limits (target, state, per_minute, changed_at, next_at)
       values ('many.example', 'paced', 15, $1, $1)`,
      [new Date(MONDAY.getTime() + 120_000)],
    );
    test.clock.moveTo(new Date(MONDAY.getTime() + 120_000));

    const sent: number[] = [];
    for (let look = 0; look < 4; look += 1) sent.push((await sendLater(test, 4 / 60)).sent);

    expect(Math.max(...sent)).toBeLessThanOrEqual(2);
    expect(sent.reduce((a, b) => a + b)).toBeLessThanOrEqual(5);
  });

  it('a domain that hangs does not hold up the others', async () => {
    let hanging = 0;
    let letGo: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (letGo = resolve));
    await invite(8, 'slow.example');
    await invite(4, 'other.example');
    far.setScript({
      rcpt: replyTo('slow.example', async () => {
        hanging += 1;
        await released;
        return 'drop';
      }),
    });

    const round = sendLater(test, 5);
    while ((await statesAt('other.example'))['sent'] !== 4) await sleep(50);
    const hangingMeanwhile = hanging;
    letGo();
    await round;

    expect(hangingMeanwhile).toBe(3);
    expect(hanging).toBe(3);
    expect(await limits()).toMatchObject([{ domain: 'slow.example', state: 'stopped' }]);
  });

  it('a mail server in trouble is probed once each 30 s by all senders together', async () => {
    await invite(10, 'other.example');
    far.setScript({ greeting: '421 4.3.2 too busy', mail: '421 4.3.2 too busy' });
    await sendLater(test, 5);
    expect(await limits()).toMatchObject([{ domain: null, state: 'stopped' }]);

    const before = far.connections();
    for (let look = 0; look < 20; look += 1) await sendLater(test, 3 / 60);
    expect(far.connections() - before).toBeLessThanOrEqual(2);

    far.setScript({});
    await sendLater(test, 6);
    expect(await limits()).toEqual([]);
    expect(await statesAt('other.example')).toEqual({ sent: 10 });
  });
});
