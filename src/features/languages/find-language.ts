import { plain } from '../../platform/text/plain.js';
import type { Language } from './languages.js';

/** Other usual names, as registers and people write them → our code. Keys are in the form of {@link plain}. */
const ALIASES: Readonly<Record<string, string>> = {
  bosnisch: 'sr',
  kroatisch: 'sr',
  montenegrinisch: 'sr',
  serbisch: 'sr',
  serbokroatisch: 'sr',
  bkms: 'sr',
  bs: 'sr',
  hr: 'sr',
  cnr: 'sr',
  sh: 'sr',
  hbs: 'sr',
  bosanski: 'sr',
  hrvatski: 'sr',
  srpski: 'sr',
  crnogorski: 'sr',
  farsi: 'fa',
  persisch: 'fa',
  dari: 'fa',
  prs: 'fa',
  kurmanci: 'ku',
  kurmandschi: 'ku',
  kmr: 'ku',
  hochdeutsch: 'de',
  schweizerdeutsch: 'de',
  gsw: 'de',
  mandarin: 'zh',
  brasilianisch: 'pt',
  portugues: 'pt',
  portugisisch: 'pt',
  kosovoalbanisch: 'sq',
  tigrinisch: 'ti',
  singhalesisch: 'si',
};

/**
 * Every spelling that is understood → code: codes, tags, names in German and in the language itself, usual other
 * names. Keys are in the form of {@link plain}; a tag that is not among them may be looked up by its first part.
 */
export function languageSpellings(languages: readonly Language[]): Map<string, string> {
  const codes = new Set(languages.map((language) => language.code));
  const aliases = Object.entries(ALIASES).filter(([, code]) => codes.has(code));
  const names = languages.flatMap((language) =>
    namesOf(language).map((name) => [name, language.code] as const),
  );
  return new Map([...aliases, ...names]);
}

/** Finds a language by code, tag, German name, endonym or alias; case, accents and spaces do not matter. */
export function findLanguage(languages: readonly Language[], text: string): Language | undefined {
  const wanted = plain(text);
  if (wanted === '') return undefined;
  const spellings = languageSpellings(languages);
  const code = spellings.get(wanted) ?? spellings.get(wanted.split('-')[0] ?? '');
  return languages.find((language) => language.code === code);
}

function namesOf(language: Language): string[] {
  const endonyms = language.endonym.split('/').map((name) => name.trim());
  const germanNames = language.germanName.split('/').map((name) => name.trim());
  return [language.code, language.bcp47, ...endonyms, ...germanNames].map(plain);
}
