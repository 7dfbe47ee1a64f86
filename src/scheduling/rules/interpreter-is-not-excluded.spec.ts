import { describe, expect, it } from '@jest/globals';
import { ask } from '../../../test/support/scheduling-builders.js';
import { interpreterIsNotExcluded } from './interpreter-is-not-excluded.js';

describe('a conflict of interest', () => {
  it('keeps only the one it names away', () => {
    expect(ask(interpreterIsNotExcluded, { newcomer: { conflicts: ['I2'] } })).toBeUndefined();
  });

  it('keeps that interpreter away', () => {
    expect(ask(interpreterIsNotExcluded, { newcomer: { conflicts: ['I1'] } })).toEqual({
      rule: 'interpreter-is-not-excluded',
      subject: { kind: 'interpreter', id: 'I1' },
    });
  });
});
