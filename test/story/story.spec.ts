import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { type CaughtMail, type MailCatcher, startMailCatcher } from '../../src/platform/mail/mail-catcher.js';
import { freePort } from '../../src/platform/database/free-port.js';
import { arrivalsFile } from '../support/arrivals-file.js';
import { launchBrowser } from '../support/browser.js';
import { type Product, scratchFolder, startProduct } from '../support/product.js';
import { Coordinator } from './coordinator.js';

const MONDAY = '2027-01-11T08:00:00Z';
const AMINA = 'amina.mansour@post.example';
const SELVI = 'selvi.nadarajah@post.example';
const DAY = /\((\d{2})\.(\d{2})\.(\d{4})\)/;

/** The built product, restarted whenever the story needs another moment, with one mailbox for all of it. */
describe('a household is invited, comes along, and hears of everything once', () => {
  const DATA_DIR = scratchFolder();
  // one port for all restarts, so that the links in the mails go on working
  let port: number;
  let mailbox: MailCatcher;
  let product: Product;
  /** All that ended processes wrote to their output and their log. */
  let written = '';
  let browser: Browser;
  let page: Page;
  let staff: Coordinator;

  const settings = (now: string): Record<string, string> => ({
    DATA_DIR,
    PORT: String(port),
    SMTP_URL: mailbox.smtpUrl,
    NOW: now,
    LOG_LEVEL: 'debug',
  });
  const restartAt = async (now: string): Promise<void> => {
    await product.stop();
    written += product.output();
    product = await startProduct(settings(now));
  };
  const mailsTo = (address: string): CaughtMail[] =>
    mailbox.mails.filter((mail) => mail.recipients.includes(address)).toReversed();
  const arrived = async (address: string, count: number): Promise<CaughtMail[]> => {
    for (let tries = 0; tries < 120 && mailsTo(address).length < count; tries += 1) await sleep(250);
    return mailsTo(address);
  };
  /** The n-th request to an interpreter of a language. */
  const request = async (language: string, count: number): Promise<CaughtMail | undefined> => {
    const requests = (): CaughtMail[] =>
      mailbox.mails
        .filter(
          ({ parsed }) => parsed.subject?.startsWith('Anfrage Einsatz') && parsed.text?.includes(language),
        )
        .toReversed();
    for (let tries = 0; tries < 120 && requests().length < count; tries += 1) await sleep(250);
    return requests()[count - 1];
  };
  /** An interpreter opens the request on a phone without JavaScript and takes it. */
  const saysYes = async (mail: CaughtMail | undefined): Promise<void> => {
    const phone = await browser.newContext({
      locale: 'de-CH',
      javaScriptEnabled: false,
      viewport: { width: 360, height: 640 },
    });
    const window = await phone.newPage();
    await window.goto(/http:\/\/localhost:\d+\/interpreter\S+/.exec(mail?.parsed.text ?? '')?.[0] ?? '');
    await window.getByRole('button', { name: 'Anmelden' }).click();
    await window.getByRole('button', { name: 'Zusagen' }).first().click();
    await window.getByText('Zugesagt. Vielen Dank!').waitFor();
    await phone.close();
  };
  const dayOf = (mail: CaughtMail | undefined): Temporal.PlainDate => {
    const [, day, month, year] = DAY.exec(mail?.parsed.text ?? '') ?? [];
    return Temporal.PlainDate.from(`${year}-${month}-${day}`);
  };
  const weekOf = (day: Temporal.PlainDate): string =>
    `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;

  beforeAll(async () => {
    port = await freePort(0);
    mailbox = await startMailCatcher();
    product = await startProduct(settings(MONDAY));
    browser = await launchBrowser();
    page = await browser.newPage({ locale: 'de-CH', viewport: { width: 1280, height: 900 } });
    staff = new Coordinator(page, () => product.url);
    await staff.signIn();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await product.stop();
    await mailbox.stop();
    fs.rmSync(DATA_DIR, { recursive: true, force: true });
  });

  it('imports forty arrivals in twelve languages, and nothing the second time', async () => {
    const file = arrivalsFile('2027-01-10');

    expect(await staff.importArrivals(file)).toMatch(/Zeilen\s+40\s+Neu\s+40/);
    expect(await staff.previewArrivals(file)).toContain('In dieser Datei ist nichts Neues.');
  }, 60_000);

  it('books one talk with a caseworker who speaks the language', async () => {
    await staff.openHousehold('Amina Mansour');

    expect(await staff.bookBestSlot()).toContain('Farid Haddad');
  }, 60_000);

  it('books one talk in a room without steps', async () => {
    await staff.openHousehold('Selvi Nadarajah');

    expect(await staff.bookBestSlot()).toMatch(/Zimmer [123]/);
  }, 60_000);

  it('books one talk with an interpreter', async () => {
    await staff.openFirstWaiting('ti');

    expect(await staff.bookBestSlot()).toMatch(/Dolmetschen CHF \d+/);
  }, 60_000);

  it('sends the invitation in Arabic with German below', async () => {
    await restartAt('2027-01-11T08:10:00Z');
    const [invitation] = await arrived(AMINA, 1);

    await page.goto(mailbox.pageUrl);
    await page.getByRole('link', { name: invitation?.parsed.subject ?? '' }).click();
    const letter = page.frameLocator('iframe');

    expect(await letter.locator('[lang="ar"]').first().getAttribute('dir')).toBe('rtl');
    expect(await letter.locator('body').innerText()).toMatch(/لقاء[\s\S]*Guten Tag Amina Mansour/);
  }, 60_000);

  it('takes the yes of a phone without JavaScript', async () => {
    const [invitation] = mailsTo(AMINA);
    const phone = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 640 },
    });
    const window = await phone.newPage();

    await window.goto(linkIn(invitation));
    await window.getByRole('button', { name: 'نعم، سأحضر' }).click();

    expect(await window.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await window.getByRole('heading', { level: 1 }).innerText()).toContain('تم تأكيد موعدكم');
    await phone.close();
  }, 60_000);

  it('invites who needs an interpreter once an interpreter has said yes on a phone', async () => {
    expect(mailsTo(SELVI)).toEqual([]);

    await saysYes(await request('Tamil', 1));
    await restartAt('2027-01-11T08:15:00Z');

    expect(await arrived(SELVI, 1)).toHaveLength(1);
  }, 60_000);

  it('shows the confirmed talk in the week', async () => {
    const day = dayOf(mailsTo(AMINA)[0]);

    expect(await staff.week(weekOf(day))).toMatch(/AR · A\. Mansour\s+●?\s*bestätigt/);
  }, 60_000);

  it('moves a talk: the old notices are taken back, the household hears of the new time once it is sure', async () => {
    const [invitation] = await arrived(SELVI, 1);
    await staff.openHousehold('Selvi Nadarajah');
    await staff.moveTalk();
    await staff.openHousehold('Selvi Nadarajah');
    expect(await staff.text()).toContain('ersetzt');

    await restartAt('2027-01-11T08:25:00Z');
    const asked = await request('Tamil', 2);
    // the link of a request opens as long as it can be answered
    await restartAt('2027-01-12T10:00:00Z');
    await saysYes(asked);
    await restartAt('2027-01-12T10:05:00Z');
    const mails = await arrived(SELVI, 2);

    expect(mails).toHaveLength(2);
    expect(dayAndTime(mails[1])).not.toBe(dayAndTime(invitation));
    expect(await (await fetch(linkIn(invitation))).text()).toContain(timeIn(mails[1]));
  }, 90_000);

  it('reminds seven days and one day before, once each, however often one looks', async () => {
    const day = dayOf(mailsTo(AMINA)[0]);
    for (const [daysBefore, mailsSoFar] of [
      [7, 3],
      [1, 4],
    ] as const) {
      const now = `${sendingDay(day.subtract({ days: daysBefore })).toString()}T08:00:30Z`;
      await restartAt(now);
      expect(await arrived(AMINA, mailsSoFar)).toHaveLength(mailsSoFar);
      lookAgain(settings(now));
      expect(mailsTo(AMINA)).toHaveLength(mailsSoFar);
    }
    expect(mailsTo(AMINA).at(-1)?.parsed.text).toContain(timeIn(mailsTo(AMINA)[0]));
  }, 120_000);

  it('has written of none of them in its output, at its loudest', async () => {
    await product.stop();
    const all = written + product.output();
    const known = mailbox.mails.flatMap(({ recipients }) => recipients).concat(arrivedNames());

    expect(all.match(/"level":20/g)?.length).toBeGreaterThan(500);
    expect(known.length).toBeGreaterThan(80);
    expect(known.filter((word) => all.includes(word))).toEqual([]);
    // links of newcomers and interpreters, sessions
    expect(/[\w-]{43}/.exec(all)?.[0]).toBeUndefined();
  }, 60_000);
});

/** Surnames and addresses of everybody in the file. */
const arrivedNames = (): string[] =>
  arrivalsFile('2027-01-10')
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split(';'))
    .filter((cell) => /@|^\+?\d[\d ]{8,}$|^\p{Lu}\p{Ll}{5,}$/u.test(cell));

/** Nothing leaves on a Sunday: what would is a day early. */
const sendingDay = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.dayOfWeek === 7 ? day.subtract({ days: 1 }) : day;

/** `welcome-talks due`, the way a cron job would run it beside the application. */
function lookAgain(settings: Record<string, string>): void {
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'due'], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'error', ...settings },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

const linkIn = (mail: CaughtMail | undefined): string =>
  /http:\/\/localhost:\d+\/t\/[\w-]+/.exec(mail?.parsed.text ?? '')?.[0] ?? '';

const timeIn = (mail: CaughtMail | undefined): string =>
  /\d\d:\d\d–\d\d:\d\d/.exec(mail?.parsed.text ?? '')?.[0] ?? '';

const dayAndTime = (mail: CaughtMail | undefined): string =>
  `${DAY.exec(mail?.parsed.text ?? '')?.[0]} ${timeIn(mail)}`;
