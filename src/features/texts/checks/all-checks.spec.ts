import { describe, expect, it } from '@jest/globals';
import { I18n } from '../../../platform/i18n/i18n.js';
import { shippedPack } from '../shipped-pack.js';
import { checkLanguage } from './all-checks.js';
import type { CheckedLanguage, TextPack } from './check.js';

const i18n = I18n.load();
const LANGUAGES: readonly CheckedLanguage[] = [
  ...['de', 'en', 'sq', 'es', 'tr', 'pt', 'sr', 'fr', 'it'].map((code) => ({ code, script: 'Latn' })),
  ...['ru', 'uk'].map((code) => ({ code, script: 'Cyrl' })),
  ...['ar', 'fa'].map((code) => ({ code, script: 'Arab' })),
  { code: 'ta', script: 'Taml' },
  { code: 'ti', script: 'Ethi' },
];
const packOf = (code: string): TextPack =>
  shippedPack(
    i18n,
    LANGUAGES.find((language) => language.code === code)!,
  );

describe.each(LANGUAGES)('the shipped texts in $code', (language) => {
  it('have no error', async () => {
    const findings = await checkLanguage(shippedPack(i18n, language));

    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

interface Planted {
  readonly fault: string;
  readonly language: string;
  readonly check: string;
  /** Texts that are changed; undefined takes one away. */
  readonly change: Readonly<Record<string, string | undefined>>;
  readonly german?: Readonly<Record<string, string>>;
}

const planted: readonly Planted[] = [
  { fault: 'a missing key', language: 'sq', check: 'keys', change: { 'emails:free': undefined } },
  { fault: 'a key too many', language: 'sq', check: 'keys', change: { 'emails:fee': 'falas' } },
  { fault: 'an empty text', language: 'tr', check: 'keys', change: { 'emails:free': ' ' } },
  {
    fault: 'German left standing',
    language: 'es',
    check: 'keys',
    change: { 'emails:free': 'Das Gespräch ist gratis.' },
  },
  {
    fault: 'a lost placeholder',
    language: 'fr',
    check: 'placeholders',
    change: { 'emails:questions': 'Des questions? Appelez-nous.' },
  },
  {
    fault: 'a misspelt placeholder',
    language: 'it',
    check: 'placeholders',
    change: { 'emails:questions': 'Domande? Ci chiami: {{telefono}}.' },
  },
  {
    fault: 'a changed number',
    language: 'pt',
    check: 'placeholders',
    change: { 'emails:free': 'A conversa é gratuita até 3 horas.' },
  },
  {
    fault: 'a missing Arabic plural form',
    language: 'ar',
    check: 'plural-forms',
    change: { 'common:minutes_few': undefined },
  },
  {
    fault: 'a missing Russian plural form',
    language: 'ru',
    check: 'plural-forms',
    change: { 'common:minutes_many': undefined },
  },
  {
    fault: 'a plural form that English lacks',
    language: 'en',
    check: 'plural-forms',
    change: { 'common:minutes_few': 'about {{count}} minutes' },
  },
  {
    fault: 'a Latin word in Tamil',
    language: 'ta',
    check: 'script-share',
    change: { 'common:day': 'நாள் Termin' },
  },
  {
    fault: 'Cyrillic in the Latin script of sr',
    language: 'sr',
    check: 'script-share',
    change: { 'common:day': 'Дан' },
  },
  {
    fault: 'Amharic for Tigrinya',
    language: 'ti',
    check: 'sister-languages',
    change: Object.fromEntries([...packOf('ti').own.keys()].map((key) => [key, 'ወደ ውይይት እንጋብዝዎታለን'])),
  },
  {
    fault: 'a Persian letter in Arabic',
    language: 'ar',
    check: 'sister-languages',
    change: { 'emails:free': 'اللقاء مجانی.' },
  },
  {
    fault: 'an Arabic letter in Dari',
    language: 'fa',
    check: 'sister-languages',
    change: { 'emails:free': 'گفتگو رايگان است.' },
  },
  {
    fault: 'a Ukrainian letter in Russian',
    language: 'ru',
    check: 'sister-languages',
    change: { 'common:time': 'Чіс' },
  },
  {
    fault: 'a Cyrillic look-alike in Albanian',
    language: 'sq',
    check: 'sister-languages',
    change: { 'common:day': 'Ditа' },
  },
  {
    fault: 'a sharp s in Swiss German',
    language: 'de',
    check: 'sister-languages',
    change: { 'common:place': 'Straße' },
  },
  {
    fault: 'Brazilian Portuguese',
    language: 'pt',
    check: 'sister-languages',
    change: { 'emails:free': 'A conversa é gratuita para você.' },
  },
  {
    fault: 'a file of another language',
    language: 'es',
    check: 'detection',
    change: Object.fromEntries(packOf('it').own),
  },
  {
    fault: 'a subject that is cut off',
    language: 'fr',
    check: 'lengths',
    change: { 'emails:confirmation.subject': 'Votre rendez-vous est confirmé' },
  },
  {
    fault: 'a button that does not fit',
    language: 'it',
    check: 'lengths',
    change: { 'newcomer:action.other': 'Ho purtroppo bisogno di un altro appuntamento' },
  },
  {
    fault: 'half of the text',
    language: 'tr',
    check: 'lengths',
    change: { 'emails:invitation.intro': 'Kantonda yenisiniz.' },
  },
  {
    fault: 'a mark that turns the direction',
    language: 'ar',
    check: 'characters',
    change: { 'common:day': '\u202bاليوم' },
  },
  {
    fault: 'an isolate without an end',
    language: 'ar',
    check: 'characters',
    change: { 'common:day': 'اليوم \u2068' },
  },
  {
    fault: 'decomposed letters',
    language: 'fr',
    check: 'characters',
    change: { 'common:duration': 'Dure\u0301e' },
  },
  {
    fault: 'a double space',
    language: 'sr',
    check: 'characters',
    change: { 'emails:free': 'Razgovor  je besplatan.' },
  },
  {
    fault: 'a question that is none',
    language: 'es',
    check: 'characters',
    change: { 'newcomer:wish.title': 'Cuándo puede venir' },
  },
  {
    fault: 'the word interview',
    language: 'es',
    check: 'glossary',
    change: { 'emails:free': 'La entrevista es gratis.' },
  },
  {
    fault: 'a German text of an office',
    language: 'de',
    check: 'plain-german',
    change: { 'emails:free': 'Gemäss Gesetz ist das Gespräch gratis.' },
  },
  {
    fault: 'a long German sentence',
    language: 'de',
    check: 'plain-german',
    change: {
      'emails:free':
        'Das Gespräch ist für Sie und auch für alle anderen Leute, die mit Ihnen zusammen kommen, gratis.',
    },
  },
  {
    fault: 'a stale source',
    language: 'sq',
    check: 'staleness',
    change: {},
    german: { 'emails:free': 'Das Gespräch kostet nichts.' },
  },
];

describe('the checks of texts', () => {
  it.each(planted)('find $fault', async ({ language, check, change, german }) => {
    const clean = packOf(language);
    const own = new Map(clean.own);
    for (const [key, text] of Object.entries(change)) {
      if (text === undefined) own.delete(key);
      else own.set(key, text);
    }
    const faulty = { ...clean, own, german: new Map([...clean.german, ...Object.entries(german ?? {})]) };
    const before = (await checkLanguage(clean)).filter((finding) => finding.check === check);
    const after = (await checkLanguage(faulty)).filter((finding) => finding.check === check);

    expect(after.length).toBeGreaterThan(before.length);
  });
});
