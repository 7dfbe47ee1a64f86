import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { TakeReturnedMail } from '../../../src/features/notices/index.js';
import { returnAddress } from '../../../src/features/notices/returned/return-address.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { htmlFaults } from '../../support/html-faults.js';
import { aBookedTalk, noticesOf, sendLater } from '../../support/notices.js';
import { aStaffUser, signedIn, type StaffBrowser } from '../../support/office.js';
import { aBounce, aComplaint, anAutoReply } from '../../support/returned-mails.js';
import { startScriptedSmtp, type ScriptedSmtp } from '../../support/scripted-smtp.js';
import { aSmallWorld, type SmallWorld } from '../../support/world.js';

describe('Zustellung', () => {
  let far: ScriptedSmtp;
  let test: TestApp;
  let world: SmallWorld;
  let browser: StaffBrowser;

  beforeAll(async () => {
    far = await startScriptedSmtp();
    test = await startTestApp(MONDAY, { smtpUrl: far.url });
    world = await aSmallWorld(test.database);
    await aStaffUser(test, world.officeId);
    browser = await signedIn(test);
  });

  beforeEach(async () => {
    test.clock.moveTo(MONDAY);
    await test.database.query('delete from talks');
    await test.database.query('delete from mail_limits');
    far.setScript({});
  });

  afterAll(async () => {
    await test.close();
    await far.stop();
  });

  const shown = async (query = ''): Promise<string> => {
    const html = await browser.page(`/office/delivery${query}`);
    expect(await htmlFaults(html)).toEqual([]);
    return load(html)('main').text().replaceAll(/\s+/g, ' ');
  };
  const aSentInvitation = async (): Promise<{ talkId: string; to: string }> => {
    const { talkId } = await aBookedTalk(test, world);
    await sendLater(test, 5);
    const [invitation] = await noticesOf(test, talkId);
    const to = returnAddress(
      invitation!.id,
      'a secret key of the tests, 32 characters',
      'returns.musterland.example',
    );
    return { talkId, to };
  };
  const comesBack = (raw: Buffer) => test.app.get(TakeReturnedMail, { strict: false }).run(raw);

  it('says why a mail came back, and what to do', async () => {
    const { to } = await aSentInvitation();
    await comesBack(aBounce({ to, diagnostic: '550 5.1.1 no such user' }));

    const text = await shown('?state=bounced');

    expect(text).toContain('nicht zustellbar');
    expect(text).toContain('Diese Adresse gibt es nicht. – 550 5.1.1 no such user');
    expect(text).toContain('Erneut senden');
  });

  it('shows automatic answers and complaints beside what arrived', async () => {
    await comesBack(anAutoReply((await aSentInvitation()).to));
    await comesBack(aComplaint((await aSentInvitation()).to));

    const text = await shown('?state=sent');

    expect(text).toContain('automatische Antwort erhalten');
    expect(text).toContain('als Spam gemeldet');
  });

  it('says of an unknown end that it may have arrived, and that it was repeated', async () => {
    far.setScript({ dot: 'drop' });
    await aSentInvitation();
    expect(await shown('?state=unknown')).toContain('Vielleicht ist die Nachricht da.');

    await sendLater(test, 16);

    expect(await shown('?state=unknown')).toContain('einmal wiederholt');
  });

  it('names a mail server that does not answer, and a domain that wants fewer mails', async () => {
    far.setScript({ greeting: '421 4.3.2 too busy', mail: '421 4.3.2 too busy' });
    await aSentInvitation();
    await test.database.query(
      `insert into mail_limits (target, state, per_minute, changed_at, next_at, reply)
       values ('many.example', 'paced', 7.5, now(), now(), '421 4.7.28 unusual rate')`,
    );

    const text = await shown();

    expect(text).toContain('Unser Mailserver antwortet nicht: ein Versuch alle 30 Sekunden.');
    expect(text).toContain('421 4.3.2 too busy');
    expect(text).toContain('many.example nimmt zurzeit höchstens 8 Nachrichten pro Minute.');
  });

  it('says that nothing leaves after a restore, before somebody releases it', async () => {
    await aSentInvitation();
    expect(await shown()).not.toContain('Wiederherstellung');
    await test.database.query(`insert into sending_holds (reason, since) values ('restored', now())`);

    const text = await shown();
    await test.database.query('delete from sending_holds');

    expect(text).toContain('Nach einer Wiederherstellung geht nichts hinaus.');
    expect(text).toContain('Fällige Nachrichten dieses Amtes: ');
  });
});
