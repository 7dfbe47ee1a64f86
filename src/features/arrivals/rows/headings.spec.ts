import { describe, expect, it } from '@jest/globals';
import { fields, headingOf, readHeadings } from './headings.js';

const REQUIRED = ['Nachname', 'Vorname', 'Geburtsdatum', 'Sprache', 'Gemeinde', 'Zuzugsdatum'];

describe('headings', () => {
  it('are all known as the format writes them', () => {
    const { mapped, unknown } = readHeadings(fields.map(headingOf));

    expect(mapped.map((column) => column.field)).toEqual([...fields]);
    expect(unknown).toEqual([]);
  });

  it('may stand in any order, case and spacing', () => {
    const cells = [
      ' ZUZUGS DATUM',
      'gemeinde ',
      'sprache',
      'e - mail',
      'GEBURTSDATUM',
      'Vor name',
      'nachname',
    ];

    expect(readHeadings(cells).mapped.map((column) => column.field)).toEqual([
      'arrivedOn',
      'municipality',
      'language',
      'email',
      'born',
      'firstName',
      'lastName',
    ]);
  });

  it('are told apart: unknown ones, and those that must not be kept', () => {
    const cells = [
      'AHV-Nr.',
      'Konfession',
      'Schuhgrösse',
      'AHVN13',
      'Religion',
      'Sozialversicherungsnummer',
      '',
    ];

    expect(readHeadings([...REQUIRED, ...cells])).toMatchObject({
      unknown: ['Schuhgrösse'],
      dropped: ['AHV-Nr.', 'Konfession', 'AHVN13', 'Religion', 'Sozialversicherungsnummer'],
    });
  });

  it('are refused when one is missing or there twice', () => {
    expect(() => readHeadings(REQUIRED.slice(2))).toThrow(
      expect.objectContaining({ code: 'arrivals-columns-missing', data: { columns: 'Nachname, Vorname' } }),
    );
    expect(() => readHeadings([...REQUIRED, 'Name'])).toThrow(
      expect.objectContaining({ code: 'arrivals-column-twice', data: { columns: 'Name' } }),
    );
  });
});
