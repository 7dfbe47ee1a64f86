import type { DomainError } from '../../platform/errors/domain-error.js';
import type { Translate } from '../../platform/i18n/i18n.js';

/** Codes whose refusal can name its place: text key and the value it needs. */
const PLACES: Readonly<Record<string, readonly [key: string, value: string]>> = {
  'arrivals-columns-missing': ['missing-columns', 'columns'],
  'arrivals-column-twice': ['twice-columns', 'columns'],
  'arrivals-file-broken': ['broken-line', 'line'],
};

/** Why a whole file was refused, with the columns or the line where that is known. */
export function refusalWords(error: DomainError, t: Translate): string {
  const words = t(`errors:${error.code}`);
  const [key, name] = PLACES[error.code] ?? [];
  const value = name === undefined ? undefined : error.data[name];
  if (key === undefined || name === undefined) return words;
  return typeof value === 'string' || typeof value === 'number'
    ? `${words} ${t(`arrivals:page.${key}`, { [name]: value })}`
    : words;
}
