import { describe, expect, it } from '@jest/globals';
import { aTalk, aVideoTalk, ask } from '../../../test/support/scheduling-builders.js';
import { interpreterModeFits } from './interpreter-mode-fits.js';

describe('the mode of the interpreter', () => {
  it('is on site at a talk on site', () => {
    expect(ask(interpreterModeFits)).toBeUndefined();
  });

  it('is not on site at a video talk', () => {
    expect(ask(interpreterModeFits, { talk: aVideoTalk({ interpreterMode: 'onsite' }) })).toEqual({
      rule: 'interpreter-mode-fits',
    });
  });

  it('is missing without interpreter', () => {
    expect(
      ask(interpreterModeFits, { talk: aTalk({ interpreter: null, interpreterMode: null }) }),
    ).toBeUndefined();
  });

  it('must be missing without interpreter', () => {
    expect(ask(interpreterModeFits, { talk: aTalk({ interpreter: null }) })).toEqual({
      rule: 'interpreter-mode-fits',
    });
  });

  it('must be named with one', () => {
    expect(ask(interpreterModeFits, { talk: aTalk({ interpreterMode: null }) })).toEqual({
      rule: 'interpreter-mode-fits',
    });
  });
});
