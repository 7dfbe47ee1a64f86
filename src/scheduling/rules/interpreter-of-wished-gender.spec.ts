import { describe, expect, it } from '@jest/globals';
import { ask } from '../../../test/support/scheduling-builders.js';
import { interpreterOfWishedGender } from './interpreter-of-wished-gender.js';

describe('the wish for a woman or a man', () => {
  it('is only a wish unless the office makes it a rule', () => {
    expect(ask(interpreterOfWishedGender, { newcomer: { gender: 'm', genderHard: false } })).toBeUndefined();
  });

  it('is kept when it is a rule', () => {
    expect(ask(interpreterOfWishedGender, { newcomer: { gender: 'm', genderHard: true } })).toEqual({
      rule: 'interpreter-of-wished-gender',
      subject: { kind: 'interpreter', id: 'I1' },
    });
  });

  it('is met', () => {
    expect(ask(interpreterOfWishedGender, { newcomer: { gender: 'f', genderHard: true } })).toBeUndefined();
  });
});
