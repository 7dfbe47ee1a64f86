import type { TalkView } from '../../features/talks/index.js';
import type { WayView } from '../../templates/pages/newcomer/way-text.js';
import type { Visit } from './visits.js';

/** The way to a talk in the language of the page, else in German; null when nobody has to go anywhere. */
export function wayOf(talk: TalkView, { reading }: Visit): WayView | null {
  if (talk.mode !== 'onsite') return null;
  const own = talk.accessText[reading.page.code];
  const { bcp47, direction } = reading.page;
  return {
    text: own ?? talk.accessText['de'] ?? '',
    lang: own === undefined ? 'de' : bcp47,
    direction: own === undefined ? 'ltr' : direction,
    stepFree: talk.stepFree === true,
  };
}

/** The address on a map that anyone may use, without an account. */
export function mapHref({ street, postcode, town }: TalkView): string {
  const address = [street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return `https://www.openstreetmap.org/search?${new URLSearchParams({ query: address })}`;
}
