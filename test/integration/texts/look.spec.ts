import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { sampleLanguages } from '../../../src/features/notices/sample-notices.js';
import { previewPage } from '../../../src/pages/office/texts/preview-page.js';
import { I18n } from '../../../src/platform/i18n/i18n.js';
import {
  axeViolations,
  inWindow,
  launchBrowser,
  lettersWithoutGlyph,
  stickingOut,
} from '../../support/browser.js';

jest.setTimeout(120_000);

describe('the page of an appointment', () => {
  const i18n = I18n.load();
  const styles = fs.readFileSync('assets/newcomer.css', 'utf8');
  const languages = [...sampleLanguages.values()].filter(({ code }) => i18n.texts(code).size > 0);
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(() => browser.close());

  it.each(languages.map((language) => [language.code, language] as const))(
    'fits a small phone, has every glyph and no fault that axe finds in %s',
    async (code, language) => {
      const html = previewPage(language, i18n).replace(
        /<link rel="stylesheet"[^>]*>/,
        `<style>${styles}</style>`,
      );
      const letters = [...new Set([...i18n.texts(code).values()].join('').match(/\p{L}/gu))];

      const faults = await inWindow(browser, { viewport: { width: 320, height: 640 } }, async (page) => {
        await page.setContent(html);
        return [
          ...(await stickingOut(page)),
          ...(await axeViolations(page)),
          ...(await lettersWithoutGlyph(page, letters)),
        ];
      });

      expect(faults).toEqual([]);
    },
  );

  it('would show a letter without a glyph', async () => {
    const faults = await inWindow(browser, { viewport: { width: 320, height: 640 } }, async (page) => {
      await page.setContent('<p>x</p>');
      return lettersWithoutGlyph(page, ['a', '\u{10fffd}']);
    });

    expect(faults).toEqual(['\u{10fffd}']);
  });
});
