import type { OfficeContext } from './office-context.js';

/** Letters on the cards of the people who are informed elsewhere (eCH-0006). */
const CARDS: Readonly<Record<string, string>> = { '05': 'F', '08': 'N', '09': 'S' };

/** Why a household is not invited: a rule of the office in words, or the words of the staff as they are. */
export function stateReasonWords(
  reason: string | null,
  { t, locale }: Pick<OfficeContext, 't' | 'locale'>,
): string | null {
  const [, reference] = /^merged:(.+)$/.exec(reason ?? '') ?? [];
  if (reference !== undefined) return t('office:merge.merged-into', { reference });
  const [, rule, code = ''] = /^(nationality|permit):([A-Z\d]{2})$/.exec(reason ?? '') ?? [];
  if (rule === 'nationality') {
    const country = new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
    return t('arrivals:reason.nationality', { country });
  }
  return rule === 'permit' ? t('arrivals:reason.permit', { permit: CARDS[code] ?? code }) : reason;
}
