import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { renderNotice } from '../../../src/features/notices/render-notice.js';
import { sampleLanguages, sampleNotices } from '../../../src/features/notices/sample-notices.js';
import { I18n } from '../../../src/platform/i18n/i18n.js';
import { axeViolations, inWindow, launchBrowser, stickingOut } from '../../support/browser.js';

jest.setTimeout(120_000);

/** A mail is no page of its own: landmarks belong to the mail program around it. */
const NOT_FOR_MAILS = /^(region|landmark-one-main|page-has-heading-one):/;

describe('every mail, opened in a browser', () => {
  const i18n = I18n.load();
  const mails = sampleNotices.map((notice) => ({
    name: `${notice.kind} ${notice.fallbackReason ?? notice.locale}`,
    ...renderNotice(notice, sampleLanguages, i18n),
  }));
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(() => browser.close());

  const eachMail = (width: number, look: (page: Page) => Promise<string[]>): Promise<string[]> =>
    inWindow(browser, { viewport: { width, height: 700 } }, async (page) => {
      const found: string[] = [];
      for (const mail of mails) {
        await page.setContent(mail.html);
        found.push(...(await look(page)).map((fault) => `${mail.name}: ${fault}`));
      }
      return found;
    });

  it('has no fault that axe finds', async () => {
    const faults = await eachMail(360, async (page) =>
      (await axeViolations(page)).filter((fault) => !NOT_FOR_MAILS.test(fault)),
    );

    expect(faults).toEqual([]);
  });

  it.each([320, 1280])('fits into a window of %i pixels', async (width) => {
    expect(await eachMail(width, stickingOut)).toEqual([]);
  });

  it('keeps times and numbers in order in a right-to-left text, and the German block on the left', async () => {
    const arabic = mails.find(({ name }) => name === 'invitation ar')!;

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

  it('has a button of at least 44 pixels', async () => {
    const low = await eachMail(360, (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('a[style*="display:block"]')]
          .filter((link) => link.getBoundingClientRect().height < 44)
          .map((link) => link.outerHTML),
      ),
    );

    expect(low).toEqual([]);
  });
});
