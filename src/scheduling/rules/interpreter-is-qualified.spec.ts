import { describe, expect, it } from '@jest/globals';
import { ask } from '../../../test/support/scheduling-builders.js';
import { interpreterIsQualified } from './interpreter-is-qualified.js';

describe('the level of the interpreter', () => {
  it('is as high as the type of talk asks', () => {
    expect(ask(interpreterIsQualified, { type: { minInterpreterLevel: 2 } })).toBeUndefined();
  });

  it('may not be lower', () => {
    expect(ask(interpreterIsQualified, { type: { minInterpreterLevel: 3 } })).toEqual({
      rule: 'interpreter-is-qualified',
      subject: { kind: 'interpreter', id: 'I1' },
      lang: 'ti',
      limit: 3,
      actual: 2,
    });
  });
});
