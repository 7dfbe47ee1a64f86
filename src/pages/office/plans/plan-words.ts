import type { ReviewRow } from '../../../features/plans/index.js';
import type { BadgeView } from '../../../templates/components/badge.js';
import type { OfficeContext } from '../office-context.js';

/** Languages as staff call them, by code. */
export type LanguageWords = ReadonlyMap<string, string>;

const PLAN_TONES: Readonly<Record<string, [BadgeView['tone'], string]>> = {
  draft: ['proposed', '…'],
  running: ['proposed', '…'],
  ready: ['change', '?'],
  published: ['good', '✓'],
  discarded: ['off', '–'],
  failed: ['bad', '!'],
};

const ROW_TONES: Readonly<Record<string, [BadgeView['tone'], string]>> = {
  proposed: ['proposed', '?'],
  accepted: ['good', '✓'],
  changed: ['change', '✎'],
  pinned: ['sent', '●'],
  'left-out': ['off', '–'],
  published: ['good', '✓'],
  conflict: ['bad', '!'],
};

export function planBadge(state: string, { t }: OfficeContext): BadgeView {
  const [tone, symbol] = PLAN_TONES[state] ?? ['plain', ''];
  return { tone, symbol, text: t(`plans:state.${state}`) };
}

export function rowBadge(state: string, { t }: OfficeContext): BadgeView {
  const [tone, symbol] = ROW_TONES[state] ?? ['plain', ''];
  return { tone, symbol, text: t(`plans:row-state.${state}`) };
}

/** `CHF 1’234.50`; amounts come in Rappen. */
export function money(rappen: number, { bcp47 }: OfficeContext): string {
  const format = new Intl.NumberFormat(bcp47, { style: 'currency', currency: 'CHF' });
  return format.format(rappen / 100).replaceAll(/[\u00a0\u202f]/g, ' ');
}

/** `Do 3.12. 14:00`. */
export function whenOf(startsAt: string, { format }: OfficeContext): string {
  const start = new Date(startsAt);
  return `${format.shortDay(start)} ${format.time(start)}`;
}

/** Who interprets and how; a talk without interpreter says that none is needed. */
export function interpreterOf(
  place: Pick<ReviewRow['place'], 'interpreterName' | 'interpreterMode'>,
  { t }: OfficeContext,
): string {
  if (place.interpreterName === null) return t('plans:review.no-interpreter');
  const far = place.interpreterMode === 'phone' || place.interpreterMode === 'video';
  return far
    ? `${place.interpreterName}, ${t(`plans:review.by-${place.interpreterMode}`)}`
    : place.interpreterName;
}

/** Room and site of a place, or that it is by video. */
export function whereOf(
  place: Pick<ReviewRow['place'], 'roomName' | 'siteName'>,
  { t }: OfficeContext,
): string {
  return [place.roomName, place.siteName].filter(Boolean).join(', ') || t('plans:review.by-video');
}

/** `Vorschlag vom 24.11.2026, 10:32`. */
export function planName(plan: { readonly createdAt: Date }, { t, format }: OfficeContext): string {
  return t('plans:name', { day: format.numericDate(plan.createdAt), time: format.time(plan.createdAt) });
}

export function languageWord(code: string | null | undefined, words: LanguageWords): string {
  return code === null || code === undefined ? '' : (words.get(code) ?? code);
}
