import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InterpreterLinks } from '../../../src/features/links/index.js';
import { InterpreterSessions } from '../../../src/features/interpreters/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aSignedInInterpreter } from '../../support/interpreter.js';
import { htmlFaults } from '../../support/html-faults.js';
import { sendLater } from '../../support/notices.js';
import { anInterpreter, aSmallWorld, type SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;

beforeAll(async () => {
  test = await startTestApp();
  world = await aSmallWorld(test.database);
});

afterAll(() => test.close());

const ask = (email: string, next = ''): Promise<Response> =>
  fetch(`${test.url}/interpreter/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, next }),
    redirect: 'manual',
  });

const linkIn = (text: string): string => /http\S+\/interpreter\/in\/[\w-]{43}/.exec(text)?.[0] ?? '';

async function mailTo(email: string): Promise<string> {
  await sendLater(test, 0);
  const mail = test.mailbox.mails.find(({ recipients }) => recipients.includes(email));
  return mail?.parsed.text ?? '';
}

describe('signing in by an e-mailed link', () => {
  it('goes from the address over the mail and the button to the page that was wanted', async () => {
    const id = await anInterpreter(test.database, world.officeId, { email: 'selam@example.org' });
    const wanted = await fetch(`${test.url}/interpreter/agenda`, { redirect: 'manual' });
    expect(wanted.headers.get('location')).toBe('/interpreter?next=%2Finterpreter%2Fagenda');

    const answer = await ask('  Selam@Example.org ', '/interpreter/agenda');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/interpreter/sent']);
    const link = linkIn(await mailTo('selam@example.org'));
    expect(link).not.toBe('');

    // a scanner opens it as often as it likes
    for (let round = 0; round < 3; round += 1) {
      const page = await fetch(link);
      expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null]);
      expect(await htmlFaults(await page.text())).toEqual([]);
    }
    const signedIn = await fetch(link, { method: 'POST', redirect: 'manual' });
    expect(signedIn.headers.get('location')).toBe('/interpreter/agenda');
    expect(signedIn.headers.get('set-cookie')).toMatch(/^interpreter=[\w-]{43}; Max-Age=2592000; .*HttpOnly/);

    const again = await fetch(link, { method: 'POST', redirect: 'manual' });
    expect([again.status, again.headers.get('set-cookie')]).toEqual([410, null]);
    expect(await test.app.get(InterpreterSessions, { strict: false }).count(id)).toBe(1);
  });

  it('answers the same for an address that nobody has, and writes nobody', async () => {
    const before = test.mailbox.mails.length;
    const answer = await ask('nobody@example.org');

    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/interpreter/sent']);
    await sendLater(test, 0);
    expect(test.mailbox.mails).toHaveLength(before);
  });

  it('says what is wrong with an address', async () => {
    const answer = await ask('selam');

    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('name@beispiel.ch');
  });

  it('keeps no secret of a link in the database', async () => {
    await anInterpreter(test.database, world.officeId, { email: 'kept@example.org' });
    await ask('kept@example.org');
    const token =
      linkIn(await mailTo('kept@example.org'))
        .split('/')
        .at(-1) ?? '';
    const [notice] = await test.database.query<{ text: string; html: string }>(
      `select body_text as text, body_html as html from notices where kind = 'interpreter-sign-in' order by id desc limit 1`,
    );

    expect(token).toHaveLength(43);
    expect(notice?.text).toContain('/interpreter/in/…');
    expect(`${notice?.text}${notice?.html}`).not.toContain(token);
  });

  it('sends at most five links an hour to one address, without saying so', async () => {
    await anInterpreter(test.database, world.officeId, { email: 'often@example.org' });
    const answers = [];
    for (let round = 0; round < 7; round += 1) answers.push((await ask('often@example.org')).status);
    await sendLater(test, 0);

    expect(answers).toEqual(Array.from({ length: 7 }, () => 303));
    expect(
      test.mailbox.mails.filter(({ recipients }) => recipients.includes('often@example.org')),
    ).toHaveLength(5);
  });

  it('offers a new link where an old one is opened', async () => {
    const id = await anInterpreter(test.database, world.officeId, { email: 'late@example.org' });
    const links = test.app.get(InterpreterLinks, { strict: false });
    const link = await links.signInLink(id, '/interpreter/agenda');
    test.clock.moveTo(new Date(test.clock.now().getTime() + 31 * 60_000));
    const page = await fetch(link);

    expect([page.status, await page.text()]).toEqual([
      410,
      expect.stringContaining(`${new URL(link).pathname}/again`),
    ]);
    const answer = await fetch(`${link}/again`, { method: 'POST', redirect: 'manual' });
    expect(answer.headers.get('location')).toBe('/interpreter/sent');
    expect(linkIn(await mailTo('late@example.org'))).not.toBe('');
  });

  it('refuses a link that nobody made, and a form of another site', async () => {
    const wrong = await fetch(`${test.url}/interpreter/in/${'x'.repeat(43)}`);
    expect(wrong.status).toBe(404);

    const links = test.app.get(InterpreterLinks, { strict: false });
    const link = await links.signInLink(world.interpreterId, '/interpreter/agenda');
    const foreign = await fetch(link, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    });
    expect([foreign.status, foreign.headers.get('set-cookie')]).toEqual([403, null]);
    expect((await fetch(link, { method: 'POST', redirect: 'manual' })).status).toBe(303);
  });

  it('ends after 30 days, and at once for an interpreter who left', async () => {
    const id = await anInterpreter(test.database, world.officeId);
    const device = await aSignedInInterpreter(test, id);
    const start = test.clock.now().getTime();
    const urlAfter = async (days: number): Promise<string> => {
      test.clock.moveTo(new Date(start + days * 86_400_000));
      return new URL((await device.get('/interpreter/agenda')).url).pathname;
    };

    expect([await urlAfter(29.9), await urlAfter(30.1)]).toEqual(['/interpreter/agenda', '/interpreter']);
    test.clock.moveTo(new Date(start));
    await test.database.query('update interpreters set active = false where id = $1', [id]);
    expect(await urlAfter(1)).toBe('/interpreter');
  });

  it('refuses a form without the token of the session', async () => {
    const device = await aSignedInInterpreter(test, world.interpreterId);

    expect((await device.post('/interpreter/agenda/feed', { csrf: 'wrong' })).status).toBe(403);
    expect((await device.post('/interpreter/agenda/feed')).status).toBe(303);
  });
});
