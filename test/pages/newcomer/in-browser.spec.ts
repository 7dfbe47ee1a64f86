import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../../support/app.js';
import {
  axeViolations,
  byKeyboard,
  inWindow,
  launchBrowser,
  lostWithoutColour,
  smallTargets,
  stickingOut,
  tabTo,
} from '../../support/browser.js';
import { anInvitedTalk, type InvitedTalk } from '../../support/newcomer.js';
import { approvedTexts, aSmallWorld, type SmallWorld } from '../../support/world.js';

// each test walks through many pages in a real browser
jest.setTimeout(120_000);

const LANGUAGES = ['de', 'en', 'ar', 'ta'] as const;

const ACCESS = {
  de: 'Vom Bahnhof Musterstadt zu Fuss 3 Minuten. Eingang beim grossen Baum. Es gibt einen Lift.',
  ar: 'ثلاث دقائق سيراً على الأقدام من محطة Musterstadt. المدخل بجانب الشجرة الكبيرة. يوجد مصعد.',
};

const PHONE = { viewport: { width: 360, height: 640 } };
const NARROW = { width: 320, height: 256 };
const LARGEST_BYTES = 14 * 1024;

/** WCAG 1.4.12: the spacing that a reader may set without losing anything. */
const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

describe('the pages of newcomers in a browser', () => {
  let test: TestApp;
  let world: SmallWorld;
  let browser: Browser;

  beforeAll(async () => {
    test = await startTestApp();
    world = await aSmallWorld(test.database);
    const others = ['es', 'fr', 'it', 'pt', 'ru', 'sq', 'sr', 'tr'];
    await approvedTexts(test.database, world.officeId, others);
    await test.database.query('update sites set lift = true, access_text = $1', [JSON.stringify(ACCESS)]);
    browser = await launchBrowser();
  });

  beforeEach(() => test.database.query('delete from talks'));

  afterAll(async () => {
    await browser.close();
    await test.close();
  });

  const invited = (language: string, state = 'invited'): Promise<InvitedTalk> =>
    anInvitedTalk(test, world, {
      letterLanguage: language,
      state,
      ...(state === 'cancelled' ? { talk: { cancelled_by: 'office' } } : {}),
    });

  /** Every page and state a newcomer can meet, one after the other in one window. */
  const everyPage = async (language: string, check: (page: Page) => Promise<string[]>): Promise<string[]> => {
    const found: string[] = [];
    const look = async (name: string, address: string): Promise<void> => {
      // the page's own rules would keep out the style sheet that sets the spacing
      await inWindow(browser, { ...PHONE, bypassCSP: true }, async (page) => {
        await page.goto(address);
        found.push(...(await check(page)).map((problem) => `${name}: ${problem}`));
      });
    };
    const { url } = await invited(language);
    const start = await firstOffer(url);
    for (const step of ['other', 'move', `move?start=${start}`, 'wish', 'cancel', 'language', 'way']) {
      await look(step, `${url}/${step}`);
    }
    await look('accessibility', `${test.url}/accessibility?lang=${language}`);
    await look('unknown', `${test.url}/t/wrong?lang=${language}`);
    for (const state of ['invited', 'confirmed', 'change-requested', 'cancelled', 'held']) {
      await test.database.query('delete from talks');
      await look(state, (await invited(language, state)).url);
    }
    return found;
  };

  const firstOffer = async (url: string): Promise<string> => {
    const html = await (await fetch(`${url}/other`)).text();
    return /name="start" value="([^"]+)"/.exec(html)?.[1] ?? '';
  };

  describe.each(LANGUAGES)('in %s', (language) => {
    it('have no fault that axe finds, fit 320 pixels with any spacing of text, and need neither colour nor movement', async () => {
      const check = async (page: Page): Promise<string[]> => {
        const found = [...(await axeViolations(page)), ...(await smallTargets(page, 44))];
        await page.setViewportSize(NARROW);
        found.push(...(await stickingOut(page)));
        await page.addStyleTag({ content: TEXT_SPACING });
        found.push(...(await stickingOut(page)));
        return [...found, ...(await lostWithoutColour(page))];
      };

      expect(await everyPage(language, check)).toEqual([]);
    });

    it('weigh less than one window of the network, in two requests, without script or cookie', async () => {
      const { url } = await invited(language);

      await inWindow(browser, PHONE, async (page) => {
        const requests: string[] = [];
        const complaints: string[] = [];
        page.on('request', (request) => requests.push(request.url()));
        page.on('console', (message) => complaints.push(message.text()));
        await page.goto(url, { waitUntil: 'networkidle' });
        const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
        const html = gzipSync(await (await fetch(url)).text()).length;
        const css = gzipSync(readFileSync('assets/newcomer.css')).length;
        console.log(`newcomer page in ${language}: ${html} + ${css} bytes gzipped, ${nodes} elements`);

        expect(html + css).toBeLessThanOrEqual(LARGEST_BYTES);
        expect(css).toBeLessThanOrEqual(2560);
        expect(requests).toEqual([url, `${test.url}/assets/newcomer.css`]);
        expect(nodes).toBeLessThanOrEqual(300);
        expect(complaints).toEqual([]);
        expect(await page.locator('script').count()).toBe(0);
        expect(await page.context().cookies()).toEqual([]);
      });
    });
  });

  it('show day, time and place on the first screen and the yes on the second, in every language', async () => {
    const rows = await test.database.query<{ code: string }>(
      'select code from languages where for_texts order by code',
    );
    const languages = rows.map(({ code }) => code);
    const late: string[] = [];
    const shown: string[] = [];
    await inWindow(browser, PHONE, async (page) => {
      for (const language of languages) {
        await test.database.query('delete from talks');
        await page.goto((await invited(language)).url);
        shown.push(String(await page.locator('html').getAttribute('lang')).split('-')[0] ?? '');
        const { place, bring, yes } = await page.evaluate(() => {
          const bottom = (selector: string, index = 0): number =>
            document.querySelectorAll(selector)[index]?.getBoundingClientRect().bottom ?? Infinity;
          return { place: bottom('dl > div', 2), bring: bottom('dl > div', 3), yes: bottom('.yes') };
        });
        if (place > 640 || bring > 1280 || yes > 1280) late.push(`${language}: ${place}, ${bring}, ${yes}`);
      }
    });

    expect(shown).toEqual(languages);
    expect(late).toEqual([]);
  });

  describe('from right to left', () => {
    interface Box {
      readonly left: number;
      readonly right: number;
      readonly top: number;
    }

    const box = (page: Page, selector: string): Promise<Box> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const { left, right, top } = (
            element.childNodes.length > 0 ? range : element
          ).getBoundingClientRect();
          return { left, right, top };
        });

    const style = (page: Page, selector: string, property: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

    it('the accent, the pictures and the text stand on the right, the language on the left', async () => {
      const { url } = await invited('ar');

      await inWindow(browser, { viewport: { width: 800, height: 900 } }, async (page) => {
        await page.goto(url);

        expect(await style(page, '.card', 'border-right-width')).toBe('8px');
        expect(await style(page, '.card', 'border-left-width')).toBe('2px');
        const icon = await box(page, '.card svg');
        const day = await box(page, '.card dd');
        expect(icon.left).toBeGreaterThan(day.right);
        const title = await box(page, 'h1');
        const wrap = await page.locator('main').evaluate((main) => main.getBoundingClientRect().right);
        expect(wrap - title.right).toBeLessThanOrEqual(17);
        const office = await box(page, '.head b');
        const language = await box(page, '.head a');
        expect(language.right).toBeLessThan(office.left);
        expect(wrap - office.right).toBeLessThanOrEqual(17);
      });
    });

    it('a radio button stands to the right of its words', async () => {
      const { url } = await invited('ar');

      await inWindow(browser, PHONE, async (page) => {
        await page.goto(`${url}/cancel`);

        const radio = await box(page, '.choice input');
        const words = await box(page, '.choice span');
        expect(radio.left).toBeGreaterThanOrEqual(words.right);
        const back = await box(page, 'main .list a');
        expect(360 - back.right).toBeLessThanOrEqual(17);
      });
    });

    it('times, dates and phone numbers keep their order', async () => {
      const { url } = await invited('ar');

      await inWindow(browser, PHONE, async (page) => {
        await page.goto(url);

        const orders = await page.evaluate(() => {
          const leftOf = (node: Node, from: number, to: number): number => {
            const range = document.createRange();
            range.setStart(node, from);
            range.setEnd(node, to);
            return range.getBoundingClientRect().left;
          };
          return [...document.querySelectorAll('[dir=ltr]')]
            .filter((element) => /^[\d(+][\d():.+–\s]*$/.test(element.textContent))
            .map((element) => {
              const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
              const nodes: Node[] = [];
              while (text.nextNode() !== null) nodes.push(text.currentNode);
              const [first] = nodes;
              const last = nodes[nodes.length - 1];
              if (first === undefined || last === undefined) return false;
              const end = last.textContent?.length ?? 0;
              return leftOf(first, 0, 1) < leftOf(last, end - 1, end);
            });
        });
        expect(orders.length).toBeGreaterThanOrEqual(3);
        expect(orders).not.toContain(false);
      });
    });

    it('the German part for helpers reads from left to right', async () => {
      const { url } = await invited('ar');

      await inWindow(browser, PHONE, async (page) => {
        await page.goto(url);

        const line = await box(page, '.helper p');
        const part = await page
          .locator('.helper')
          .evaluate((element) => element.getBoundingClientRect().left);
        expect(await style(page, '.helper', 'direction')).toBe('ltr');
        expect(line.left - part).toBeLessThanOrEqual(17);
      });
    });
  });

  describe('with JavaScript off', () => {
    const WITHOUT_SCRIPT = { ...PHONE, javaScriptEnabled: false };

    it('two taps after the mail say yes', async () => {
      const { url, talkId } = await invited('ar');

      await inWindow(browser, WITHOUT_SCRIPT, async (page) => {
        await page.goto(url);
        await page.getByRole('button', { name: 'نعم، سأحضر' }).click();

        expect(await page.locator('h1').textContent()).toBe('تم تأكيد موعدكم');
        expect(await page.context().cookies()).toEqual([]);
      });
      expect(await stateOf(talkId)).toBe('confirmed');
    });

    it('four taps choose another time', async () => {
      const { url, talkId } = await invited('ta');

      await inWindow(browser, WITHOUT_SCRIPT, async (page) => {
        await page.goto(url);
        await page.getByRole('link', { name: 'எனக்கு வேறு நேரம் தேவை' }).click();
        await page.locator('input[name=start]').first().check();
        await page.getByRole('button', { name: 'தொடரவும்' }).click();
        await page.getByRole('button', { name: 'ஆம், புதிய சந்திப்பை ஏற்கிறேன்' }).click();

        expect(await page.locator('h1').textContent()).toBe('உங்கள் சந்திப்பு உறுதிப்படுத்தப்பட்டது');
      });
      expect(await stateOf(talkId)).toBe('confirmed');
    });

    it('two taps and no reason cancel', async () => {
      const { url, talkId } = await invited('en');

      await inWindow(browser, WITHOUT_SCRIPT, async (page) => {
        await page.goto(url);
        await page.getByRole('link', { name: 'I cannot come' }).click();
        await page.getByRole('button', { name: 'Yes, cancel the appointment' }).click();

        expect(await page.locator('h1').textContent()).toBe('Your appointment is cancelled');
      });
      expect(await stateOf(talkId)).toBe('cancelled');
    });

    it.each(['de', 'ar', 'ta'])(
      'the keyboard alone says yes, then takes another time, at 320 px in %s',
      async (language) => {
        const { url, talkId } = await invited(language);

        await inWindow(browser, { viewport: NARROW, javaScriptEnabled: false }, async (page) => {
          const press = (selector: string): Promise<void> => byKeyboard(page, page.locator(selector).first());
          await page.goto(url);
          await press('button.yes');
          expect(await stateOf(talkId)).toBe('confirmed');
          await press('a.button[href*="/other"]');
          await tabTo(page, page.locator('input[name=start]').first());
          await page.keyboard.press('Space');
          await press('main form button[type=submit]');
          await press('main form[method=post] button[type=submit]');
        });
        const moved = await test.database.query('select 1 from talks where id = $1 and revision > 1', [
          talkId,
        ]);
        expect(moved).toHaveLength(1);
      },
    );

    it('the keyboard alone reaches every answer, with a ring that can be seen', async () => {
      const { url } = await invited('de');

      await inWindow(browser, PHONE, async (page) => {
        await page.goto(url);
        const reached: string[] = [];
        for (let count = 0; count < 6; count += 1) {
          await page.keyboard.press('Tab');
          reached.push(
            await page.evaluate(() => {
              const focused = document.activeElement as HTMLElement;
              const ring = getComputedStyle(focused);
              return `${focused.textContent} ${ring.outlineWidth} ${ring.outlineColor}`;
            }),
          );
        }

        const ring = '3px rgb(255, 221, 0)';
        expect(reached).toEqual([
          `Direkt zum Termin ${ring}`,
          `Sprache / Language ${ring}`,
          `Ja, ich komme ${ring}`,
          `Ich brauche einen anderen Termin ${ring}`,
          `Ich kann nicht kommen ${ring}`,
          `Weg, Lift und Karte ${ring}`,
        ]);
      });
    });

    const stateOf = async (talkId: string): Promise<string> => {
      const [talk] = await test.database.query<{ state: string }>('select state from talks where id = $1', [
        talkId,
      ]);
      return String(talk?.state);
    };
  });
});
