import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { renderNotice } from '../../../src/features/notices/render-notice.js';
import { type SampleMail, sampleMails } from '../../../src/features/notices/sample-mails.js';
import { everyNotice, sampleLanguages } from '../../../src/features/notices/sample-notices.js';
import { I18n } from '../../../src/platform/i18n/i18n.js';
import {
  axeViolations,
  inWindow,
  launchBrowser,
  lettersWithoutGlyph,
  stickingOut,
} from '../../support/browser.js';
import { pseudoLanguages, withPseudoLocales } from '../../support/pseudo-locales.js';

jest.setTimeout(600_000);

const every = sampleMails(I18n.load());
const locales = [...new Set(every.map(({ locale }) => locale))];

/** A fifth of the languages each day, beside German and Arabic; all of them with `EVERY_MAIL=1`. */
const SHARES = 5;
const share = Math.floor(Date.now() / 86_400_000) % SHARES;
const shown = locales.filter(
  (locale, index) =>
    process.env['EVERY_MAIL'] !== undefined || ['de', 'ar'].includes(locale) || index % SHARES === share,
);

/** A mail is no page of its own: landmarks belong to the mail program around it. */
const NOT_FOR_MAILS = /^(region|landmark-one-main|page-has-heading-one):/;
const LARGEST_BYTES = 25_000;
const WIDTHS = [360, 320, 1280];

describe('every mail, opened in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(() => browser.close());

  const lowButtons = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('a[style*="display:block"]')]
        .filter((link) => link.getBoundingClientRect().height < 44)
        .map((link) => `low button ${link.outerHTML}`),
    );

  const faultsOf = async (page: Page, { html }: SampleMail): Promise<string[]> => {
    await page.setContent(html);
    const found = (await axeViolations(page)).filter((fault) => !NOT_FOR_MAILS.test(fault));
    found.push(...(await lowButtons(page)));
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 700 });
      found.push(...(await stickingOut(page)).map((fault) => `${width} px: ${fault}`));
    }
    const bytes = Buffer.byteLength(html);
    return bytes > LARGEST_BYTES ? [...found, `${bytes} bytes`] : found;
  };

  it.each(shown)('has no fault that axe or a ruler finds, and every glyph, in %s', async (locale) => {
    const mails = every.filter((mail) => mail.locale === locale);
    const letters = [
      ...new Set(
        mails
          .map(({ html }) => html)
          .join('')
          .match(/\p{L}/gu),
      ),
    ];

    const faults = await inWindow(browser, { viewport: { width: 360, height: 700 } }, async (page) => {
      const found: string[] = [];
      for (const mail of mails)
        found.push(...(await faultsOf(page, mail)).map((fault) => `${mail.name}: ${fault}`));
      return [...found, ...(await lettersWithoutGlyph(page, letters))];
    });

    expect(mails.length).toBeGreaterThan(20);
    expect(faults).toEqual([]);
  });

  it.each(pseudoLanguages)(
    'has room for a language that is longer, or turns around: $code',
    async ({ code }) => {
      const folder = withPseudoLocales();
      const i18n = I18n.load(folder);
      fs.rmSync(folder, { recursive: true });
      const languages = new Map([
        ...sampleLanguages,
        ...pseudoLanguages.map((one) => [one.code, one] as const),
      ]);
      const notices = everyNotice.filter(({ locale, fallbackReason }) => locale === 'sq' && !fallbackReason);

      const faults = await inWindow(browser, { viewport: { width: 360, height: 700 } }, async (page) => {
        const found: string[] = [];
        for (const notice of notices) {
          const { html } = renderNotice({ ...notice, locale: code }, languages, i18n);
          await page.setContent(html);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 700 });
            found.push(...(await stickingOut(page)).map((fault) => `${notice.kind}, ${width} px: ${fault}`));
          }
        }
        return found;
      });

      expect(notices).toHaveLength(20);
      expect(faults).toEqual([]);
    },
  );

  it('keeps times and numbers in order in a right-to-left text, and the German block on the left', async () => {
    const arabic = every.find(({ name }) => name === 'invitation ar')!;

    const seen = await inWindow(browser, { viewport: { width: 360, height: 700 } }, async (page) => {
      await page.setContent(arabic.html);
      return page.evaluate(() => {
        const sideOf = (selector: string): string => {
          const range = document.createRange();
          range.selectNodeContents(document.querySelector(selector)!);
          const { left, right } = range.getBoundingClientRect();
          return left < document.documentElement.clientWidth - right ? 'left' : 'right';
        };
        const time = [...document.querySelectorAll('div[dir=rtl] span[dir=ltr]')].find((span) =>
          span.textContent.includes('14:00'),
        )!;
        const startOf = (offset: number): number => {
          const range = document.createRange();
          range.setStart(time.firstChild!, offset);
          range.setEnd(time.firstChild!, offset + 1);
          return range.getBoundingClientRect().left;
        };
        return { own: sideOf('h1'), german: sideOf('h2'), beginsFirst: startOf(0) < startOf(6) };
      });
    });

    expect(seen).toEqual({ own: 'right', german: 'left', beginsFirst: true });
  });
});
