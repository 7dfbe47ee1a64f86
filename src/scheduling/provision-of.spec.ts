import { describe, expect, it } from '@jest/globals';
import { provisionOf } from './provision-of.js';

const tigrinyaThenGerman = {
  languages: [
    { lang: 'ti', level: 3 },
    { lang: 'de', level: 1 },
    { lang: 'ar', level: 2 },
  ],
};

describe('how a talk is understood', () => {
  it('is through the interpreter whenever one takes part', () => {
    expect(provisionOf({ interpreter: 'I1', lang: 'ar' }, tigrinyaThenGerman)).toBe('interpreter');
  });

  it('is through the caseworker who speaks the first language', () => {
    expect(provisionOf({ interpreter: null, lang: 'ti' }, tigrinyaThenGerman)).toBe('caseworker');
  });

  it('is German when German is not the first language', () => {
    expect(provisionOf({ interpreter: null, lang: 'de' }, tigrinyaThenGerman)).toBe('german');
  });

  it('is a relay language otherwise', () => {
    expect(provisionOf({ interpreter: null, lang: 'ar' }, tigrinyaThenGerman)).toBe('relay');
  });
});
