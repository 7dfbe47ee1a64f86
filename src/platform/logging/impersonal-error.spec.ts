import { describe, expect, it } from '@jest/globals';
import { impersonalError, impersonalWords } from './impersonal-error.js';

describe('an error in the log', () => {
  it('is told by kind, rule and place, without the row that the database quotes', () => {
    const driverError = Object.assign(new Error('x'), {
      code: '23514',
      constraint: 'households_note_ck',
      detail: 'Failing row contains (7, Zeisigfink, zeisigfink@example.org).',
    });
    const error = Object.assign(new Error('new row violates check constraint "households_note_ck"'), {
      driverError,
      parameters: ['Zeisigfink'],
    });
    const told = impersonalError(error);

    expect(told).toMatchObject({ type: 'Error', code: '23514', constraint: 'households_note_ck' });
    expect(told.stack).toContain('impersonal-error.spec');
    expect(JSON.stringify(told)).not.toMatch(/zeisigfink/i);
  });

  it('tells its causes in the same way, and what is no error not at all', () => {
    const cause = new Error('550 5.1.1 <zeisigfink@example.org> unknown');

    expect(impersonalError(new Error('mail', { cause })).cause?.message).toBe('550 5.1.1 <…> unknown');
    expect(JSON.stringify(impersonalError({ name: 'Zeisigfink' }))).not.toContain('Zeisigfink');
  });

  it.each([
    ['invalid input syntax for type date: "Zeisigfink"', 'invalid input syntax for type date: …'],
    [`Unexpected token 'Z', "Zeisigfink" is not valid JSON`, 'Unexpected token …, … is not valid JSON'],
    ['no answer from https://feeds.example/secret.ics?t=1 today', 'no answer from … today'],
    [`link ${'aB3-'.repeat(11)} is unknown`, 'link … is unknown'],
    ['called +41 79 555 01 12 in vain', 'called … in vain'],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['relation of 3 rows is locked', 'relation of 3 rows is locked'],
  ])('has no values in its words: %s', (message, words) => {
    expect(impersonalWords(message)).toBe(words);
  });
});
