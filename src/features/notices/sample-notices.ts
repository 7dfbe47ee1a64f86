import type { Language } from '../languages/index.js';
import type { NoticeToRender } from './render-notice.js';
import type { TalkDetails } from './talk-details.js';

/** Invented notices of every kind, for the preview of all mails and for tests that look at all of them. */
const language = (
  code: string,
  bcp47: string,
  names: readonly [string, string],
  look: readonly [script: string, direction: 'ltr' | 'rtl'],
): Language => ({
  code,
  bcp47,
  endonym: names[0],
  germanName: names[1],
  script: look[0],
  direction: look[1],
  fallback: null,
  forTalks: true,
  forTexts: true,
});

const latin = (code: string, bcp47: string, endonym: string, germanName: string): Language =>
  language(code, bcp47, [endonym, germanName], ['Latn', 'ltr']);

/** The languages in which mails are written, those that are prepared, and one in which there are none. */
export const sampleLanguages: ReadonlyMap<string, Language> = new Map(
  [
    latin('de', 'de-CH', 'Deutsch', 'Deutsch'),
    latin('en', 'en-GB', 'English', 'Englisch'),
    latin('sq', 'sq', 'shqip', 'Albanisch'),
    latin('es', 'es-ES', 'español', 'Spanisch'),
    latin('tr', 'tr', 'Türkçe', 'Türkisch'),
    latin('pt', 'pt-PT', 'português', 'Portugiesisch'),
    latin('sr', 'sr-Latn', 'bosanski / hrvatski / crnogorski / srpski', 'BKMS'),
    latin('fr', 'fr-CH', 'français', 'Französisch'),
    language('ru', 'ru', ['русский', 'Russisch'], ['Cyrl', 'ltr']),
    latin('it', 'it-CH', 'italiano', 'Italienisch'),
    language('ar', 'ar', ['العربية', 'Arabisch'], ['Arab', 'rtl']),
    language('ta', 'ta-LK', ['தமிழ்', 'Tamil'], ['Taml', 'ltr']),
    language('ti', 'ti-ER', ['ትግርኛ', 'Tigrinya'], ['Ethi', 'ltr']),
    language('uk', 'uk', ['українська', 'Ukrainisch'], ['Cyrl', 'ltr']),
    language('fa', 'fa-AF', ['دری / فارسی', 'Dari / Farsi'], ['Arab', 'rtl']),
    latin('so', 'so', 'Soomaali', 'Somali'),
  ].map((each) => [each.code, each]),
);

/** An office that is none. */
export const sampleOffice: TalkDetails['office'] = {
  name: 'Amt für Migration Musterland',
  addressLines: ['Musterweg 1', '9999 Musterstadt'],
  phone: '+41 61 000 00 00',
  phoneHours: 'Mo–Fr 8–12',
  email: 'amt@musterland.example',
};

const sampleTalk: TalkDetails = {
  talkId: '01989f3e-7c00-7000-8000-000000000001',
  officeId: 1,
  revision: 1,
  entryId: '01989f3e-7c00-7000-8000-000000000001',
  sequence: 1,
  state: 'invited',
  cancelledBy: null,
  startsAt: new Date('2026-12-03T13:00:00Z'),
  endsAt: new Date('2026-12-03T13:45:00Z'),
  mode: 'onsite',
  provision: 'interpreter',
  interpreterMode: 'onsite',
  languageCode: 'ar',
  timeZone: 'Europe/Zurich',
  reference: '2026-000123',
  contact: { firstName: 'Amina', lastName: 'Al-Hassan' },
  place: {
    siteName: 'Amtshaus',
    street: 'Musterweg 1',
    postcode: '9999',
    town: 'Musterstadt',
    roomName: 'Zimmer 12',
    floor: '2. Stock',
    accessText: {
      de: 'Vom Bahnhof zu Fuss 3 Minuten. Es gibt einen Lift.',
      en: '3 minutes on foot from the station. There is a lift.',
      ar: 'ثلاث دقائق سيراً على الأقدام من المحطة. يوجد مصعد.',
      ta: 'ரயில் நிலையத்திலிருந்து 3 நிமிட நடை. மின்தூக்கி உள்ளது.',
    },
  },
  office: sampleOffice,
};

const base: NoticeToRender = {
  kind: 'invitation',
  recipientKind: 'household',
  locale: 'de',
  fallbackReason: null,
  facts: { startsAt: sampleTalk.startsAt.toISOString() },
  talk: sampleTalk,
  addressee: { firstName: 'Amina', lastName: 'Al-Hassan', email: 'amina@example.org' },
  link: 'https://termine.musterland.example/t/3qJ0v9m1Yp7n4Xc2Rb6Tz8Wk5Hs1Df0Gj7Lq2Nv9Ma4',
  now: new Date('2026-11-19T08:00:00Z'),
};

const previousStartsAt = '2026-12-01T08:30:00.000Z';

const householdNotices: readonly NoticeToRender[] = [
  base,
  { ...base, kind: 'confirmation', talk: { ...sampleTalk, state: 'confirmed' } },
  { ...base, kind: 'change', facts: { ...base.facts, previousStartsAt } },
  { ...base, kind: 'reminder-7', now: new Date('2026-11-26T08:00:00Z') },
  { ...base, kind: 'reminder-14' },
  {
    ...base,
    kind: 'reminder-1',
    talk: { ...sampleTalk, state: 'confirmed' },
    now: new Date('2026-12-02T08:00:00Z'),
  },
  { ...base, kind: 'answer-reminder' },
  { ...base, kind: 'second-invitation' },
  { ...base, kind: 'cancellation', talk: { ...sampleTalk, state: 'cancelled', cancelledBy: 'office' } },
  { ...base, kind: 'cancellation', talk: { ...sampleTalk, state: 'cancelled', cancelledBy: 'household' } },
];

const interpreter: NoticeToRender = {
  ...base,
  recipientKind: 'interpreter',
  addressee: { firstName: 'Selam', lastName: 'Tesfay', email: 'selam@example.org' },
  link: undefined,
};

const offerTalk = { talkId: sampleTalk.talkId, startsAt: sampleTalk.startsAt, endsAt: sampleTalk.endsAt };

const interpreterNotices: readonly NoticeToRender[] = [
  { ...interpreter, kind: 'interpreter-booked' },
  { ...interpreter, kind: 'interpreter-moved', facts: { ...base.facts, previousStartsAt } },
  { ...interpreter, kind: 'interpreter-cancelled' },
  { ...interpreter, kind: 'interpreter-reminder' },
  ...['request', 'request-reminder', 'confirmed', 'taken', 'withdrawn', 'expired'].map(offerNotice),
];

/** About a visit of two talks; only the confirmation names the persons. */
function offerNotice(kind: string): NoticeToRender {
  const isAnswerable = kind.startsWith('request') || kind === 'confirmed';
  const person = (name: string): string | null => (kind === 'confirmed' ? name : null);
  return {
    ...interpreter,
    kind: `interpreter-${kind}`,
    link: isAnswerable ? 'https://termine.musterland.example/interpreter/requests' : undefined,
    offer: {
      offerId: '0193b000-0000-7000-8000-000000000001',
      edition: 1,
      state: kind === 'confirmed' ? 'accepted' : 'open',
      answerBy: new Date('2026-11-26T10:00:00Z'),
      mode: 'onsite',
      place: sampleTalk.place,
      talks: [
        { ...offerTalk, languageCode: 'ar', person: person('Amina A.') },
        {
          talkId: '0193b000-0000-7000-8000-000000000002',
          startsAt: new Date('2026-12-03T14:00:00Z'),
          endsAt: new Date('2026-12-03T14:45:00Z'),
          languageCode: 'ar',
          person: person('Yusuf K.'),
        },
      ],
    },
  };
}

const writtenIn = [...sampleLanguages.keys()].filter((code) => code !== 'so');

const inEvery = (locales: readonly string[], notices: readonly NoticeToRender[]): NoticeToRender[] =>
  locales.flatMap((locale) => notices.map((notice) => ({ ...notice, locale })));
const withoutTexts = householdNotices.map((notice) => ({ ...notice, fallbackReason: 'no-approved-text:so' }));

/**
 * Every kind to newcomers in every language that has texts, and in German and English for one that has none; those to
 * interpreters in one language of each script and direction.
 */
export const sampleNotices: readonly NoticeToRender[] = [
  ...inEvery(writtenIn, householdNotices),
  ...withoutTexts,
  ...inEvery(['de', 'ar', 'ta', 'ru'], interpreterNotices),
];

/** Every kind in every language. */
export const everyNotice: readonly NoticeToRender[] = [
  ...inEvery(writtenIn, [...householdNotices, ...interpreterNotices]),
  ...withoutTexts,
];
