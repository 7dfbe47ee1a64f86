import { describe, expect, it } from '@jest/globals';
import { ask } from '../../../test/support/scheduling-builders.js';
import { interpreterSpeaksLanguage } from './interpreter-speaks-language.js';

describe('the language of the interpreter', () => {
  it('is the one of the talk', () => {
    expect(ask(interpreterSpeaksLanguage)).toBeUndefined();
  });

  it('may not be another one', () => {
    expect(
      ask(interpreterSpeaksLanguage, { interpreter: { languages: [{ lang: 'am', level: 3 }] } }),
    ).toEqual({
      rule: 'interpreter-speaks-language',
      subject: { kind: 'interpreter', id: 'I1' },
      lang: 'ti',
    });
  });
});
