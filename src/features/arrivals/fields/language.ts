import { plain } from '../../../platform/text/plain.js';
import type { Read, ReadingFacts } from './field.js';

type Spellings = Pick<ReadingFacts, 'languages'>;

/** The code of the language that a person wrote in German, in itself, or as a code; null when empty. */
export function readLanguage(text: string, { languages }: Spellings): Read<string | null> {
  if (text === '') return { value: null };
  const code = codeOf(text, languages);
  return code === undefined ? { error: 'language-unknown' } : { value: code };
}

/** Several languages, best first, between commas, semicolons, slashes or «und»; each only once. */
export function readLanguages(text: string, { languages }: Spellings): Read<readonly string[]> {
  const names = text.split(/[,;/|+&\n]|\s(?:und|and|et)\s/u).map((name) => name.trim());
  const codes = names.filter((name) => name !== '').map((name) => codeOf(name, languages));
  const known = codes.filter((code) => code !== undefined);
  return known.length < codes.length ? { error: 'language-unknown' } : { value: [...new Set(known)] };
}

/** «Kurdisch (Kurmandschi)» is Kurdish, `pt-BR` is Portuguese. */
function codeOf(text: string, languages: ReadonlyMap<string, string>): string | undefined {
  const whole = plain(text);
  return (
    languages.get(whole) ??
    languages.get(whole.split('-')[0] ?? '') ??
    languages.get(whole.replace(/\(.*\)$/, ''))
  );
}
