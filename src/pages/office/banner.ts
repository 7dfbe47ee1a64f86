import type { Translate } from '../../platform/i18n/i18n.js';
import type { BannerView } from '../../templates/components/office-layout.js';
import type { OfficeRequest } from './office-request.js';
import { safeNext } from './safe-next.js';

/** What a redirect may announce with `?done=`; anything else in the address shows nothing. */
const tones: Readonly<Record<string, BannerView['tone']>> = {
  booked: 'good',
  moved: 'good',
  cancelled: 'good',
  confirmed: 'good',
  outcome: 'good',
  undone: 'good',
  'cancellation-undone': 'good',
  'cancellation-left': 'bad',
  taken: 'bad',
  resent: 'good',
  'letters-posted': 'good',
  'no-letters': 'bad',
  'letter-file-gone': 'bad',
  'ladder-suspended': 'good',
  'ladder-resumed': 'good',
  'ladder-without-reason': 'bad',
  'letter-planned': 'good',
  'no-letter-outdated': 'bad',
  'no-letter-too-late': 'bad',
  'no-letter-no-address': 'bad',
  'no-letter-not-for-paper': 'bad',
  saved: 'good',
  'filter-without-name': 'bad',
  'link-sent': 'good',
  'texts-reviewed': 'good',
  'texts-approved': 'good',
  imported: 'good',
  merged: 'good',
  'kept-apart': 'good',
  replanned: 'good',
  'nobody-ticked': 'bad',
  'not-open': 'bad',
  'not-begun': 'bad',
  'already-planned': 'bad',
  'has-talk': 'bad',
  'not-waiting': 'bad',
};

/** Undoing an outcome or a cancellation is a form; every other way back leads to a page that asks first. */
const UNDO_FORM = /^\/office\/talks\/[0-9a-f-]{36}\/(outcome|cancel)\/undo$/;

/** The line that tells what the last action did. */
export function bannerOf(request: OfficeRequest, t: Translate): BannerView | null {
  const { done, undo, version } = request.query;
  const tone = typeof done === 'string' ? tones[done] : undefined;
  if (typeof done !== 'string' || tone === undefined) return null;
  return { tone, text: t(`office:done.${done}`), undo: undoOf(undo, version, t) };
}

function undoOf(undo: unknown, version: unknown, t: Translate): BannerView['undo'] {
  const label = t('office:outcome.undo');
  if (typeof undo !== 'string') return null;
  if (!UNDO_FORM.test(undo)) return { kind: 'link', href: safeNext(undo), label };
  const fields = [
    ['version', typeof version === 'string' ? version : ''],
    ['next', '/office/today'],
  ] as const;
  return { kind: 'form', action: { label, action: undo, fields } };
}

/** The address to go on to, with the announcement of what was done and the way to take it back. */
export function announcing(
  next: string,
  done: string,
  undo: Readonly<Record<'undo' | 'version', string>> | { readonly undo: string } | null = null,
): string {
  const url = new URL(next, 'http://office.invalid');
  for (const old of ['done', 'undo', 'version']) url.searchParams.delete(old);
  for (const [name, value] of Object.entries({ done, ...undo })) url.searchParams.set(name, value);
  return url.pathname + url.search;
}
