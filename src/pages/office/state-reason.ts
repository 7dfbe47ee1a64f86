import type { OfficeContext } from './office-context.js';

type Speaker = Pick<OfficeContext, 't' | 'locale'>;

/** Letters on the cards of the people who are informed elsewhere (eCH-0006). */
const CARDS: Readonly<Record<string, string>> = { '05': 'F', '08': 'N', '09': 'S' };

/** Why a household is not invited: a rule of the office in words, or the words of the staff as they are. */
export function stateReasonWords(reason: string | null, { t, locale }: Speaker): string | null {
  const [, rule, code = ''] = /^(merged|nationality|permit):(.+)$/.exec(reason ?? '') ?? [];
  switch (rule) {
    case 'merged':
      return t('office:merge.merged-into', { reference: code });
    case 'nationality':
      return t('arrivals:reason.nationality', { country: countryIn(locale, code) });
    case 'permit':
      return t('arrivals:reason.permit', { permit: CARDS[code] ?? code });
    default:
      return reason;
  }
}

const countryIn = (locale: string, code: string): string =>
  /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code) : code;
