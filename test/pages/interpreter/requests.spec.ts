import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { saveContact } from '../../../src/features/contacts/index.js';
import { InterpreterLinks } from '../../../src/features/links/index.js';
import { MONDAY, startTestApp, type TestApp } from '../../support/app.js';
import { axeViolations, inWindow, launchBrowser, smallTargets, stickingOut } from '../../support/browser.js';
import { sendLater } from '../../support/notices.js';
import {
  accept,
  aColleague,
  anAskingWorld,
  aTalkToInterpret,
  lookLater,
  offers,
} from '../../support/offers.js';
import { after } from '../../support/talks.js';
import type { SmallWorld } from '../../support/world.js';

let test: TestApp;
let world: SmallWorld;
let browser: Browser;

beforeAll(async () => {
  test = await startTestApp();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await test.close();
});

beforeEach(async () => {
  test.clock.moveTo(MONDAY);
  await test.database.transaction((tx) =>
    tx.query('delete from talks; delete from visits; delete from offers; delete from offices'),
  );
  world = await anAskingWorld(test);
  await saveContact(test.database, 'interpreters', world.interpreterId, { email: 'selam@example.org' });
  test.mailbox.clear();
});

const PHONE = { viewport: { width: 360, height: 760 } };

const aBundle = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1)
    await aTalkToInterpret(test, world, { startsAt: after(index * 60) });
};

async function onPhone(path: string, look: (page: Page) => Promise<void>): Promise<void> {
  const links = test.app.get(InterpreterLinks, { strict: false });
  const link = await links.signInLink(world.interpreterId, path);
  await inWindow(browser, { ...PHONE, javaScriptEnabled: false }, async (page) => {
    await page.goto(link);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await look(page);
  });
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

describe('a request on a phone without JavaScript', () => {
  it('leads from its mail to a yes for all three talks in two taps, and back again', async () => {
    await aBundle(3);
    await sendLater(test, 1);
    const [mail] = test.mailbox.mails.filter(({ recipients }) => recipients.includes('selam@example.org'));
    const link = /http\S+\/interpreter\/in\/[\w-]{43}/.exec(mail?.parsed.text ?? '')?.[0] ?? '';
    await inWindow(browser, { ...PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(link);
      await page.getByRole('button', { name: 'Anmelden' }).click();
      expect(await page.content()).not.toMatch(/Muster\d|Person\d/);
      await picture(page, 'request');
      await page.getByRole('button', { name: 'Alle 3 zusagen' }).click();
      await page.getByText('Zugesagt. Vielen Dank!').waitFor();
      await picture(page, 'request-accepted');
      expect(await page.content()).toMatch(/Person\d+ M\./);
      expect((await offers(test))[0]?.talks).toEqual(['accepted', 'accepted', 'accepted']);

      await page.getByRole('link', { name: 'Agenda', exact: true }).click();
      expect(await page.getByText('zugesagt').count()).toBe(3);
      await page.goBack();
      await page.getByRole('button', { name: 'rückgängig' }).click();
      await page.getByRole('button', { name: 'Alle 3 zusagen' }).waitFor();
      expect((await offers(test))[0]?.talks).toEqual(['open', 'open', 'open']);
    });
  });

  it('takes a yes to a part, which is a no to the rest', async () => {
    await aBundle(3);
    await onPhone('/interpreter/requests', async (page) => {
      await page.getByRole('link', { name: 'Einzeln antworten' }).click();
      await page.getByText('Nur einen Teil zusagen').click();
      await page.getByRole('button', { name: 'Gewählte zusagen' }).click();
      await page.getByText('Wählen Sie mindestens einen Einsatz').waitFor();
      await page.getByText('Nur einen Teil zusagen').click();
      await page.getByRole('checkbox').first().check();
      await page.getByRole('button', { name: 'Gewählte zusagen' }).click();
      expect((await offers(test))[0]?.talks).toEqual(['accepted', 'declined', 'declined']);
      await picture(page, 'request-part');
    });
  });

  it('takes a no with a reason', async () => {
    await aBundle(1);
    await onPhone('/interpreter/requests', async (page) => {
      await page.getByRole('link', { name: 'Ansehen oder absagen' }).click();
      await page.getByText('Absagen', { exact: true }).click();
      await page.getByLabel('Keine Zeit').check();
      await page.getByRole('button', { name: 'Ja, absagen' }).click();
      await page.getByText('Abgesagt. Danke für Ihre Antwort.').waitFor();
    });
    const [row] = await test.database.query<{ state: string; reason: string }>(
      'select state, decline_reason as reason from offers',
    );
    expect(row).toEqual({ state: 'declined', reason: 'no-time' });
  });

  it('says when somebody else was faster, when the deadline is over, and what is in the way', async () => {
    world = await anAskingWorld(test, { offersAtOnce: 2 });
    await aColleague(test, world);
    await aBundle(1);
    await lookLater(test);
    const mine = (await offers(test)).find(({ interpreterId }) => interpreterId === world.interpreterId);
    const theirs = (await offers(test)).find(({ interpreterId }) => interpreterId !== world.interpreterId);
    await onPhone(`/interpreter/requests/${mine?.id}`, async (page) => {
      await accept(test, theirs!.id);
      await page.getByRole('button', { name: 'Zusagen', exact: true }).click();
      await page.getByText('Dieser Einsatz ist schon vergeben. Danke!').waitFor();
      expect(await page.getByRole('button').count()).toBe(0);

      await page.goto(`${test.url}/interpreter/requests/${theirs?.id}`);
      expect(await page.content()).not.toContain('Standort');
    });
  });

  it('is shown as over after its deadline', async () => {
    await aBundle(1);
    const [offer] = await offers(test);
    test.clock.moveTo(new Date(offer!.answerBy.getTime() - 60_000));
    await onPhone(`/interpreter/requests/${offer?.id}`, async (page) => {
      test.clock.moveTo(offer!.answerBy);
      await page.getByRole('button', { name: 'Zusagen', exact: true }).click();
      await page.getByText('Die Frist ist vorbei.').waitFor();
      expect(await page.getByRole('button').count()).toBe(0);
    });
  });

  it('has no fault that axe or a ruler finds', async () => {
    await aBundle(3);
    const [offer] = await offers(test);
    const links = test.app.get(InterpreterLinks, { strict: false });
    const link = (): Promise<string> => links.signInLink(world.interpreterId, '/interpreter/requests');
    for (const width of [360, 1280]) {
      await inWindow(browser, { viewport: { width, height: 800 } }, async (page) => {
        await page.goto(await link());
        await page.getByRole('button', { name: 'Anmelden' }).click();
        for (const path of ['/interpreter/requests', `/interpreter/requests/${offer?.id}`]) {
          await page.goto(test.url + path);
          const faults = [
            ...(await axeViolations(page)),
            ...(await stickingOut(page)),
            ...(await smallTargets(page, 44)),
          ];
          expect([path, width, ...faults]).toEqual([path, width]);
          await picture(page, `requests-${width}${path.length > 25 ? '-one' : ''}`);
        }
      });
    }
  });
});
