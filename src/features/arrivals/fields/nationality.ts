import { plain } from '../../../platform/text/plain.js';
import type { Read } from './field.js';

/** Names that registers use beside the usual ones. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  grossbritannien: 'GB',
  england: 'GB',
  usa: 'US',
  mazedonien: 'MK',
  weissrussland: 'BY',
  tschechischerepublik: 'CZ',
  moldova: 'MD',
  elfenbeinkuste: 'CI',
  kongodr: 'CD',
  holland: 'NL',
  uk: 'GB',
  turkey: 'TR',
};

/** People without a nationality or with one nobody knows. */
const NONE = new Set([
  'staatenlos',
  'unbekannt',
  'ungeklart',
  'ohne',
  'keine',
  'apatride',
  'stateless',
  'xx',
]);

let names: ReadonlyMap<string, string> | undefined;

/** ISO 3166-1 alpha-2 code by code or by the name in German, French or English; null when empty or stateless. */
export function readNationality(text: string): Read<string | null> {
  const wanted = plain(text).replaceAll('ß', 'ss');
  if (wanted === '' || NONE.has(wanted)) return { value: null };
  names ??= countryNames();
  const code = names.get(wanted);
  return code === undefined ? { error: 'country-unknown' } : { value: code };
}

function countryNames(): Map<string, string> {
  const found = new Map(Object.entries(OTHER_NAMES));
  for (const locale of ['en', 'fr', 'de-CH']) {
    const display = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    for (const code of twoLetters()) {
      const name = display.of(code);
      if (name !== undefined && isCountry(code)) {
        found.set(plain(name).replaceAll('ß', 'ss'), code).set(code.toLowerCase(), code);
      }
    }
  }
  return found;
}

/** Codes of unions, retired states and private use, which have names as well. */
function isCountry(code: string): boolean {
  return (
    !['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB'].includes(code) &&
    new Intl.Locale('und', { region: code }).region === code
  );
}

function twoLetters(): string[] {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return letters.flatMap((first) => letters.map((second) => first + second));
}
