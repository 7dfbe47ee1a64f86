import type { Language } from '../../../features/languages/index.js';
import { dateFormat } from '../../../platform/i18n/date-format.js';
import type { Texts, Translate } from '../../../platform/i18n/i18n.js';
import { languageName } from '../../../platform/i18n/language-name.js';
import { renderPage } from '../../../platform/views/render-page.js';
import { NewcomerLayout } from '../../../templates/components/newcomer-layout.js';
import { AppointmentPage, type AppointmentView } from '../../../templates/pages/newcomer/appointment-page.js';

const STARTS = new Date('2026-12-03T13:00:00Z');
const ENDS = new Date('2026-12-03T13:45:00Z');
const NOWHERE = '#';

/** The page of an invented talk in one language, as newcomers see it. */
export function previewPage(language: Language, texts: Texts): string {
  const t = texts.translator(language.code);
  const view = {
    lang: language.bcp47,
    direction: language.direction,
    locale: language.code,
    title: t('newcomer:appointment.title'),
    languageHref: NOWHERE,
    languages: [],
    contacts: [
      {
        name: 'Amt für Migration Musterland',
        phone: '+41 61 000 00 00',
        phoneHref: NOWHERE,
        hours: 'Mo–Fr 8–12',
        email: 'amt@musterland.example',
      },
    ],
    name: 'Amina A.',
    helper: null,
  };
  return renderPage(
    NewcomerLayout({ view, t, children: AppointmentPage({ view: appointmentOf(language, t), t }) }),
  );
}

function appointmentOf({ bcp47 }: Language, t: Translate): AppointmentView {
  const format = dateFormat(bcp47, 'Europe/Zurich');
  return {
    title: t('newcomer:appointment.title'),
    greeting: t('newcomer:appointment.greeting', { name: '\u2068Amina A.\u2069' }),
    leads: [t('newcomer:appointment.intro')],
    good: false,
    talk: {
      longDate: format.longDate(STARTS),
      numericDate: format.numericDate(STARTS),
      timeRange: format.timeRange(STARTS, ENDS),
      startsAt: STARTS.toISOString(),
      place: ['Musterweg 1', '9999 Musterstadt', '2. Stock, Zimmer 12'],
      languageName: languageName('ar', bcp47),
      provision: t('newcomer:provision.interpreter-onsite'),
    },
    tone: null,
    free: t('newcomer:facts.free-interpreter'),
    actions: { next: null, confirm: NOWHERE, other: NOWHERE, cancel: NOWHERE, calendar: null },
    revision: 1,
    closed: null,
    way: { text: 'Vom Bahnhof zu Fuss 3 Minuten.', lang: 'de', direction: 'ltr', stepFree: true },
    wayHref: NOWHERE,
    reference: '2026-000123',
  };
}
