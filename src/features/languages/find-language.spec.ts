import { describe, expect, it } from '@jest/globals';
import { findLanguage } from './find-language.js';
import type { Language } from './languages.js';

const language = (code: string, bcp47: string, germanName: string, endonym: string): Language => ({
  code,
  bcp47,
  endonym,
  germanName,
  script: 'Latn',
  direction: 'ltr',
  fallback: null,
  forTalks: true,
  forTexts: true,
});

const known = [
  language('es', 'es', 'Spanisch', 'español'),
  language('pt', 'pt-PT', 'Portugiesisch', 'português'),
  language(
    'sr',
    'sr-Latn',
    'Bosnisch / Kroatisch / Montenegrinisch / Serbisch',
    'bosanski / hrvatski / srpski',
  ),
  language('ar', 'ar', 'Arabisch', 'العربية'),
  language('de', 'de-CH', 'Deutsch', 'Deutsch'),
];

describe('finding a language', () => {
  it.each([
    ['es', 'es'],
    ['Spanisch', 'es'],
    [' ESPAÑOL ', 'es'],
    ['espanol', 'es'],
    ['pt-BR', 'pt'],
    ['Serbokroatisch', 'sr'],
    ['hr', 'sr'],
    ['Hrvatski', 'sr'],
    ['العربية', 'ar'],
    ['Schweizerdeutsch', 'de'],
  ])('knows %s as %s', (text, code) => {
    expect(findLanguage(known, text)?.code).toBe(code);
  });

  it.each(['', 'Klingonisch', '  '])('does not guess for «%s»', (text) => {
    expect(findLanguage(known, text)).toBeUndefined();
  });
});
