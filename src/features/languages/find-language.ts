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

/** Finds a language by code, tag, German name, endonym or alias; case, accents and spaces do not matter. */
export function findLanguage(languages: readonly Language[], text: string): Language | undefined {
  const wanted = plain(text);
  if (wanted === '') return undefined;
  const code = ALIASES[wanted] ?? ALIASES[wanted.split('-')[0] ?? ''];
  return (
    languages.find((language) => namesOf(language).includes(wanted)) ??
    languages.find((language) => language.code === code) ??
    languages.find((language) => language.code === wanted.split('-')[0])
  );
}

function namesOf(language: Language): string[] {
  const endonyms = language.endonym.split('/').map((name) => name.trim());
  const germanNames = language.germanName.split('/').map((name) => name.trim());
  return [language.code, language.bcp47, ...endonyms, ...germanNames].map(plain);
}

/** Lower case without accents, dots and spaces: `Español ` → `espanol`. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[\s.]/g, '');
}
