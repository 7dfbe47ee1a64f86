import { describe, expect, it } from '@jest/globals';
import { aTalk, ask } from '../../../test/support/scheduling-builders.js';
import { newcomerUnderstandsLanguage } from './newcomer-understands-language.js';

describe('the language of a talk', () => {
  it('may be any the newcomer knows', () => {
    expect(
      ask(newcomerUnderstandsLanguage, {
        talk: aTalk({ lang: 'ar' }),
        newcomer: {
          languages: [
            { lang: 'ti', level: 3 },
            { lang: 'ar', level: 1 },
          ],
        },
      }),
    ).toBeUndefined();
  });

  it('may not be another one', () => {
    expect(ask(newcomerUnderstandsLanguage, { talk: aTalk({ lang: 'ar' }) })).toEqual({
      rule: 'newcomer-understands-language',
      lang: 'ar',
    });
  });
});
