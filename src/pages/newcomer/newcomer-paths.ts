/** The steps that a choice of language leads back to. */
const STEPS = ['other', 'wish', 'cancel', 'way'] as const;

type Step = (typeof STEPS)[number];

/** The addresses of one newcomer's pages; each keeps the language that was chosen on the page. */
export interface NewcomerPaths {
  readonly appointment: string;
  readonly confirm: string;
  readonly move: string;
  /** The same without a query: a form that is sent by GET brings its own. */
  readonly moveForm: string;
  readonly calendar: string;
  step(step: Step): string;
  /** The page that a choice of language came from: a step, or for anything else the appointment. */
  page(from: unknown): string;
  /** The choice of language, which leads back to the page it was opened on. */
  language(from: unknown): string;
}

/** @param lang code of the chosen language; null keeps to the language of the letters */
export function newcomerPaths(token: string, lang: string | null): NewcomerPaths {
  const at = (step: string, query: Readonly<Record<string, string>> = {}): string => {
    const search = new URLSearchParams({ ...query, ...(lang === null ? {} : { lang }) }).toString();
    const path = `/t/${encodeURIComponent(token)}${step === '' ? '' : `/${step}`}`;
    return search === '' ? path : `${path}?${search}`;
  };
  return {
    appointment: at(''),
    confirm: at('confirm'),
    move: at('move'),
    moveForm: `/t/${encodeURIComponent(token)}/move`,
    calendar: at('calendar.ics'),
    step: at,
    page: (from) => at(isStep(from) ? from : ''),
    language: (from) => at('language', isStep(from) ? { from } : {}),
  };
}

function isStep(value: unknown): value is Step {
  return STEPS.some((step) => step === value);
}
