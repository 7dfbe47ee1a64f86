import type { Texts } from '../../platform/i18n/i18n.js';
import type { Language } from '../languages/index.js';
import { renderNotice } from './render-notice.js';
import { sampleNotices } from './sample-notices.js';

/**
 * The HTML of a mail with an invented talk in one language, German below.
 * @param part which mail, as its texts are called: `invitation`, `reminder`, `cancellation-by-office` …; any other
 * name shows the invitation
 */
export function previewMail(
  part: string,
  locale: string,
  world: { readonly languages: ReadonlyMap<string, Language>; readonly texts: Texts },
): string {
  const samples = sampleNotices.filter((notice) => notice.locale === 'de');
  const [invitation] = samples;
  const sample = samples.find(({ kind, talk }) => isPart(part, kind, talk.cancelledBy)) ?? invitation;
  if (!sample) throw new Error('There is no sample of an invitation');
  return renderNotice({ ...sample, locale, fallbackReason: null }, world.languages, world.texts).html;
}

function isPart(part: string, kind: string, cancelledBy: string | null): boolean {
  if (part === 'reminder') return kind === 'reminder-7';
  if (part === 'interpreter') return kind === 'interpreter-request';
  return kind === part || `${kind}-by-${cancelledBy ?? ''}` === part;
}
