import type { Translate } from '../../platform/i18n/i18n.js';
import type { OfficeRequest } from './office-request.js';

/** What a redirect may announce with `?done=`; anything else in the address shows nothing. */
const announcements = new Set([
  'booked',
  'moved',
  'cancelled',
  'confirmed',
  'outcome',
  'resent',
  'saved',
  'imported',
]);

/** The line that tells what the last action did. */
export function bannerOf(
  request: OfficeRequest,
  t: Translate,
): { readonly tone: 'good'; readonly text: string } | null {
  const done = request.query['done'];
  if (typeof done !== 'string' || !announcements.has(done)) return null;
  return { tone: 'good', text: t(`office:done.${done}`) };
}
