import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The system's Chromium, or the one that CHROMIUM names; close it in `afterAll`. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ARGUMENTS,
  });
}

/** Opens one page of a fresh, cookie-less window, hands it to `look`, and closes the window. */
export async function inWindow<T>(
  browser: Browser,
  options: NonNullable<Parameters<Browser['newContext']>[0]>,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ locale: 'de-CH', ...options });
  try {
    return await look(await context.newPage());
  } finally {
    await context.close();
  }
}

const MOST_STOPS = 600;

/** Presses Tab until this element has the focus; a round of the page that does not come to it is an error. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${String(target)} on ${page.url()}`);
}

/** Comes to this link or button by Tab, presses Enter, and waits for the page that it leads to. */
export async function byKeyboard(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
}

/** What axe finds against WCAG 2.2 AA and its best practices, `rule: element`; needs a window with JavaScript on. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  });
}

/** Elements that stick out of the window sideways, so that the whole page would scroll (WCAG 1.4.10). */
export function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > room + 1 || left < -1;
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** Visible buttons, inputs and links outside running text that are lower than so many CSS pixels. */
export function smallTargets(page: Page, pixels: number): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>('a, button, summary, input, select, textarea'),
    ];
    return targets
      .filter((element) => element.checkVisibility() && element.getAttribute('type') !== 'hidden')
      .filter((element) => element.closest('p, li') === null || element.matches('button, input'))
      .filter((element) => {
        const box = (element.closest('label') ?? element).getBoundingClientRect();
        return box.width > 1 && box.height + 0.5 < least;
      })
      .map((element) => element.outerHTML.slice(0, 120));
  }, pixels);
}

/**
 * What is lost for somebody who chose their own colours, wants no movement and reads at 200 % (half of 1280 pixels):
 * a state without a sign, words or a border, a page that keeps its own colours, a focus that cannot be seen, movement,
 * and what sticks out. Leaves the page as wide as that.
 */
export async function lostWithoutColour(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 640, height: 800 });
  const lost = await page.evaluate(() => {
    const start = (element: Element): string => element.outerHTML.slice(0, 120);
    const shown = (selector: string): HTMLElement[] =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
    const bare = shown('.badge').filter((badge) => {
      const sign = badge.querySelector('[aria-hidden]')?.textContent.trim() ?? '';
      const words = badge.textContent.replace(sign, '').trim();
      return sign === '' || words === '' || getComputedStyle(badge).borderStyle === 'none';
    });
    const borderless = shown('.talk-card, .button, input:not([type=hidden]), select, textarea').filter(
      (element) => {
        const { borderStyle, appearance } = getComputedStyle(element);
        return borderStyle === 'none' && appearance === 'none';
      },
    );
    const ownColours = shown('body *').filter(
      (element) => getComputedStyle(element).forcedColorAdjust === 'none' && !(element instanceof SVGElement),
    );
    const unseen = shown('main a, main button, main select, main textarea, main summary')
      .slice(0, 8)
      .filter((element) => {
        element.focus({ focusVisible: true });
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return (
          document.activeElement === element &&
          (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
        );
      });
    const named = (what: string, elements: readonly Element[]): string[] =>
      elements.map((element) => `${what}: ${start(element)}`);
    return [
      ...named('state by colour alone', bare),
      ...named('without a border', borderless),
      ...named('keeps its colours', ownColours),
      ...named('focus not seen', unseen),
      ...document.getAnimations().map((animation) => `moves: ${animation.playState}`),
    ];
  });
  lost.push(...(await stickingOut(page)).map((element) => `sticks out at 640: ${element}`));
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  return lost;
}

/** Letters that the browser has no glyph for: their picture is that of a code point that no font has. */
export function lettersWithoutGlyph(page: Page, letters: readonly string[]): Promise<string[]> {
  return page.evaluate((asked) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 60;
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    const pictureOf = (text: string): string => {
      context.clearRect(0, 0, 60, 60);
      context.font = '30px sans-serif';
      context.fillText(text, 10, 40);
      return context.getImageData(0, 0, 60, 60).data.join();
    };
    const missing = pictureOf('\u{10fffe}');
    return asked.filter((letter) => pictureOf(letter) === missing);
  }, letters);
}
