import { describe, expect, it } from '@jest/globals';
import { aTalk, ask } from '../../../test/support/scheduling-builders.js';
import { caseworkerSpeaksLanguage } from './caseworker-speaks-language.js';

describe('a talk without interpreter', () => {
  it('is led by someone who speaks the language', () => {
    expect(
      ask(caseworkerSpeaksLanguage, {
        talk: aTalk({ interpreter: null, interpreterMode: null }),
        caseworker: { languages: ['de', 'ti'] },
      }),
    ).toBeUndefined();
  });

  it('is not led by anyone else', () => {
    expect(
      ask(caseworkerSpeaksLanguage, { talk: aTalk({ interpreter: null, interpreterMode: null }) }),
    ).toEqual({ rule: 'caseworker-speaks-language', subject: { kind: 'caseworker', id: 'C1' }, lang: 'ti' });
  });

  it('is not what this is about when an interpreter comes', () => {
    expect(ask(caseworkerSpeaksLanguage)).toBeUndefined();
  });
});
