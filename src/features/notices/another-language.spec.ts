import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { I18n } from '../../platform/i18n/i18n.js';
import type { Language } from '../languages/index.js';
import { exampleApprovals, TextBook } from '../texts/index.js';
import { renderNotice } from './render-notice.js';
import { everyNotice, sampleLanguages } from './sample-notices.js';

const LOCALES = path.resolve(import.meta.dirname, '../../../locales');
/** As its row in the table would be. */
const ROMANIAN: Language = {
  code: 'ro',
  bcp47: 'ro',
  endonym: 'română',
  germanName: 'Rumänisch',
  script: 'Latn',
  direction: 'ltr',
  fallback: null,
  forTalks: true,
  forTexts: true,
};

/** Stand-ins for translations: every text marked, every plural form that Romanian has. */
function marked(node: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
    if (typeof value !== 'string') return [[key, marked(value as Record<string, unknown>)]];
    const text = `ro ${value}`;
    if (!key.endsWith('_other')) return [[key, text]];
    return ['few', 'other'].map((form) => [key.replace('other', form), text]);
  });
  return Object.fromEntries(entries);
}

describe('one more language', () => {
  let folder: string;

  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'locales-'));
    fs.cpSync(LOCALES, folder, { recursive: true });
    fs.mkdirSync(path.join(folder, 'ro'));
    for (const file of ['common.json', 'emails.json', 'letters.json', 'newcomer.json', 'interpreter.json']) {
      const german = JSON.parse(fs.readFileSync(path.join(LOCALES, 'de', file), 'utf8')) as Record<
        string,
        unknown
      >;
      fs.writeFileSync(path.join(folder, 'ro', file), JSON.stringify(marked(german)));
    }
  });

  afterAll(() => {
    fs.rmSync(folder, { recursive: true });
  });

  it('is a row and a folder: its mails and pages are there once its texts are approved', () => {
    const i18n = I18n.load(folder);
    const languages = new Map([...sampleLanguages, ['ro', ROMANIAN]]);
    const approved = new TextBook(i18n, exampleApprovals(i18n, ['ro'], new Date(0)));
    const notApproved = new TextBook(i18n, []);
    const notices = everyNotice.filter(({ locale, fallbackReason }) => locale === 'sq' && !fallbackReason);

    expect(notices).toHaveLength(20);
    for (const notice of notices) {
      const own = renderNotice({ ...notice, locale: 'ro' }, languages, approved);
      const shared = renderNotice({ ...notice, locale: 'ro' }, languages, notApproved);

      expect(own.locales).toEqual(['ro', 'de']);
      expect(load(own.html)('h1').text()).toMatch(/^ro /);
      expect(shared.locales).toEqual(['de', 'en']);
      expect(shared.fallbackReason).toMatch(/^not-approved:ro:/);
    }
    for (const readers of ['newcomer', 'interpreter'] as const) {
      expect(approved.hasPagesIn('ro', readers)).toBe(true);
      expect(notApproved.hasPagesIn('ro', readers)).toBe(false);
    }
  });
});
