import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeViolations, inWindow, launchBrowser, smallTargets, stickingOut } from '../../support/browser.js';
import { htmlFaults } from '../../support/html-faults.js';

const page = (body: string): string =>
  `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Probe</title></head>
   <body><main><h1>Probe</h1>${body}</main></body></html>`;

const SMALL = { viewport: { width: 320, height: 640 } };

describe('the checks of pages', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(() => browser.close());

  const look = <T>(body: string, check: Parameters<typeof inWindow<T>>[2]): Promise<T> =>
    inWindow(browser, SMALL, async (window) => {
      await window.setContent(page(body));
      return check(window);
    });

  it('say nothing about a good page', async () => {
    const good = '<p>Gut.</p><button type="button" style="min-height:48px">Ja</button>';

    expect(await look(good, axeViolations)).toEqual([]);
    expect(await look(good, stickingOut)).toEqual([]);
    expect(await look(good, (window) => smallTargets(window, 48))).toEqual([]);
    expect(await htmlFaults(page('<p>Gut.</p>'))).toEqual([]);
  });

  it('find an image without a text', async () => {
    const found = await look('<img src="data:,">', axeViolations);

    expect(found).toEqual([expect.stringContaining('image-alt: <img')]);
  });

  it('find what is too wide for a small phone', async () => {
    const found = await look('<div style="width:400px">breit</div>', stickingOut);

    expect(found).toEqual([expect.stringContaining('width:400px')]);
  });

  it('find a button that is too low for a thumb', async () => {
    const found = await look('<button type="button" style="height:30px">Ja</button>', (window) =>
      smallTargets(window, 44),
    );

    expect(found).toHaveLength(1);
  });

  it('find two elements of one id', async () => {
    const found = await htmlFaults(page('<p id="a">a</p><p id="a">b</p>'));

    expect(found).toEqual([expect.stringContaining('no-dup-id')]);
  });
});
