import { describe, expect, it } from '@jest/globals';
import { readInterpreterWish } from './interpreter-wish.js';
import { readLanguage, readLanguages } from './language.js';
import { readMunicipality } from './municipality.js';
import { readNationality } from './nationality.js';
import { readPermit, readRegime } from './permit.js';
import { readPostcode } from './postcode.js';
import { readRegisterNumber } from './register-number.js';
import { readYesNo } from './yes-no.js';

const languages = new Map([
  ['arabisch', 'ar'],
  ['العربية', 'ar'],
  ['ar', 'ar'],
  ['tigrinya', 'ti'],
  ['pt', 'pt'],
  ['kurdisch', 'ku'],
]);

describe('languages', () => {
  it.each([
    ['Arabisch', 'ar'],
    ['العربية', 'ar'],
    ['pt-BR', 'pt'],
    ['Kurdisch (Sorani)', 'ku'],
    ['', null],
  ])('%j is %j', (text, value) => {
    expect(readLanguage(text, { languages })).toEqual({ value });
  });

  it('are listed once each, in their order', () => {
    expect(readLanguages('Tigrinya, ar und Arabisch', { languages })).toEqual({ value: ['ti', 'ar'] });
    expect(readLanguages('', { languages })).toEqual({ value: [] });
  });

  it.each(['Klingonisch', '__proto__', 'constructor'])('do not know %s', (text) => {
    expect(readLanguage(text, { languages })).toEqual({ error: 'language-unknown' });
    expect(readLanguages(`ar, ${text}`, { languages })).toEqual({ error: 'language-unknown' });
  });
});

describe('a municipality', () => {
  const facts = {
    canton: 'BL',
    municipalities: [
      { bfsNumber: 2829, name: 'Liestal', canton: 'BL' },
      { bfsNumber: 2889, name: 'Oberdorf', canton: 'BL' },
      { bfsNumber: 2553, name: 'Oberdorf (SO)', canton: 'SO' },
      { bfsNumber: 2771, name: 'Reinach', canton: 'BL' },
      { bfsNumber: 4141, name: 'Reinach', canton: 'AG' },
      { bfsNumber: 1, name: 'Rüti', canton: 'ZH' },
      { bfsNumber: 2, name: 'Rüti', canton: 'BE' },
    ],
  };

  it.each([
    ['Liestal', 2829],
    [' liestal'.trim(), 2829],
    ['2829', 2829],
    ['4410 Liestal', 2829],
    ['Liestal BL', 2829],
    ['Oberdorf', 2889],
    ['Oberdorf (BL)', 2889],
    ['Oberdorf (SO)', 2553],
    ['Reinach', 2771],
    ['Rüti (BE)', 2],
  ])('%s is %i', (text, value) => {
    expect(readMunicipality(text, facts)).toEqual({ value });
  });

  it.each([
    ['', 'missing'],
    ['Atlantis', 'municipality-unknown'],
    ['9999', 'municipality-unknown'],
    ['Liestal ZH', 'municipality-unknown'],
    ['Rüti', 'municipality-ambiguous'],
  ])('%j is refused as %s', (text, error) => {
    expect(readMunicipality(text, facts)).toEqual({ error });
  });
});

describe('a permit', () => {
  it.each([
    ['B', '02', null],
    ['Ausweis L', '07', null],
    ['B EU/EFTA', '02', '01'],
    ['B (Drittstaat)', '02', '02'],
    ['Ci', '04', null],
    ['0201', '02', '01'],
    ['070102', '07', '01'],
    ['02', '02', null],
    ['', null, null],
  ])('%j is permit %s of regime %s', (text, permit, regime) => {
    expect(readPermit(text)).toEqual({ value: { permit, regime } });
  });

  it.each(['X', 'BB', '99', '0299', 'B irgendwas', '01'])('%j is refused', (text) => {
    expect(readPermit(text)).toEqual({ error: 'permit-unknown' });
  });

  it('may name its regime apart', () => {
    expect(readRegime('EU / EFTA')).toEqual({ value: '01' });
    expect(readRegime('Drittstaaten')).toEqual({ value: '02' });
    expect(readRegime('?')).toEqual({ error: 'regime-unknown' });
  });
});

describe('a nationality', () => {
  it.each([
    ['Eritrea', 'ER'],
    ['Türkei', 'TR'],
    ['turkei', 'TR'],
    ['Deutschland', 'DE'],
    ['Allemagne', 'DE'],
    ['de', 'DE'],
    ['Grossbritannien', 'GB'],
    ['Kosovo', 'XK'],
    ['Sri Lanka', 'LK'],
    ['staatenlos', null],
    ['', null],
  ])('%j is %j', (text, value) => {
    expect(readNationality(text)).toEqual({ value });
  });

  it.each(['Atlantis', 'EU', 'ZZ', 'DD', '8239'])('%j is refused', (text) => {
    expect(readNationality(text)).toEqual({ error: 'country-unknown' });
  });
});

describe('short answers', () => {
  it('are yes, no, or nothing', () => {
    expect(['Ja', 'x', '1', 'WAHR', 'oui'].map(readYesNo)).toEqual(Array(5).fill({ value: true }));
    expect(['Nein', '0', '-', 'falsch'].map(readYesNo)).toEqual(Array(4).fill({ value: false }));
    expect(readYesNo('')).toEqual({ value: null });
    expect(readYesNo('vielleicht')).toEqual({ error: 'yes-no-unknown' });
  });

  it('say who shall interpret, or go into the note', () => {
    expect(readInterpreterWish('Dolmetscherin')).toEqual({ value: { gender: 'f', words: '' } });
    expect(readInterpreterWish('männlich')).toEqual({ value: { gender: 'm', words: '' } });
    expect(readInterpreterWish('Dr.')).toEqual({ value: { gender: null, words: 'Dr.' } });
  });

  it('are postcodes and register numbers', () => {
    expect(readPostcode('CH-4133')).toEqual({ value: '4133' });
    expect(readPostcode('79539')).toEqual({ error: 'postcode-invalid' });
    expect(readRegisterNumber('R-2027/123')).toEqual({ value: 'R-2027/123' });
    expect(readRegisterNumber('')).toEqual({ value: null });
    expect(readRegisterNumber('=1+1')).toEqual({ error: 'number-invalid' });
  });
});
