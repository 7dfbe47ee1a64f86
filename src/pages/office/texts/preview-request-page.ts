import type { Language } from '../../../features/languages/index.js';
import { dateFormatWithin } from '../../../platform/i18n/date-format.js';
import type { Texts, Translate } from '../../../platform/i18n/i18n.js';
import { languageName } from '../../../platform/i18n/language-name.js';
import { renderPage } from '../../../platform/views/render-page.js';
import { InterpreterLayout } from '../../../templates/components/interpreter-layout.js';
import { type RequestCardView, RequestPage } from '../../../templates/pages/interpreter/requests-page.js';

const STARTS = ['2026-12-03T13:00:00Z', '2026-12-03T14:00:00Z'].map((instant) => new Date(instant));
const ANSWER_BY = new Date('2026-11-26T10:00:00Z');
const MINUTES_45 = 45 * 60_000;
const REASONS = ['no-time', 'known-person', 'other'];
const PLACES = ['requests', 'agenda', 'availability', 'absences', 'profile'];

/** The page of an invented request in one language, as interpreters see it. */
export function previewRequestPage(language: Language, texts: Texts): string {
  const t = texts.translator(language.code);
  const request = requestIn(language, t);
  const view = {
    lang: language.bcp47,
    direction: language.direction,
    locale: language.code,
    title: t('interpreter:request.one-title', { day: request.day }),
    isError: false,
    navigation: PLACES.map((key) => ({
      href: '#',
      label: t(`interpreter:navigation.${key}`),
      current: key === 'requests',
    })),
    banner: null,
    contact: {
      name: 'Amt für Migration Musterland',
      phone: '+41 61 000 00 00',
      phoneHref: '#',
      hours: 'Mo–Fr 8–12',
    },
  };
  const answers = { lead: null, leadIsGood: false, canAnswer: true, canUndo: false, call: null };
  const reasons = REASONS.map((value) => ({ value, label: t(`interpreter:request.reasons.${value}`) }));
  const body = RequestPage({ view: { csrfToken: '', request, reasons, ...answers }, t });
  return renderPage(InterpreterLayout({ view, t, children: body }));
}

function requestIn(language: Language, t: Translate): RequestCardView {
  const format = dateFormatWithin(language, 'Europe/Zurich');
  return {
    id: '0193b000-0000-7000-8000-000000000001',
    day: format.longDate(STARTS[0] ?? ANSWER_BY),
    place: 'Amtshaus, Musterweg 1, 9999 Musterstadt, 2. Stock, Zimmer 12',
    mode: t('interpreter:mode.onsite'),
    answerBy: t('interpreter:request.answer-by', {
      day: format.shortDay(ANSWER_BY),
      time: format.time(ANSWER_BY),
    }),
    talks: STARTS.map((startsAt, index) => ({
      id: String(index),
      time: format.timeRange(startsAt, new Date(startsAt.getTime() + MINUTES_45)),
      language: languageName('ar', language.bcp47),
      state: null,
      isOpen: true,
      person: null,
    })),
    clashes: [],
  };
}
