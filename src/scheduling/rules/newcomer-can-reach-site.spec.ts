import { describe, expect, it } from '@jest/globals';
import { aTalk, aVideoTalk, ask } from '../../../test/support/scheduling-builders.js';
import { newcomerCanReachSite } from './newcomer-can-reach-site.js';

describe('the site of a talk', () => {
  it('is one the newcomer can go to', () => {
    expect(ask(newcomerCanReachSite)).toBeUndefined();
  });

  it('may not be another one', () => {
    expect(ask(newcomerCanReachSite, { newcomer: { sites: ['S2'] } })).toEqual({
      rule: 'newcomer-can-reach-site',
      subject: { kind: 'site', id: 'S1' },
    });
  });

  it('must be named for a talk on site', () => {
    expect(ask(newcomerCanReachSite, { talk: aTalk({ site: null }) })).toEqual({
      rule: 'newcomer-can-reach-site',
      subject: { kind: 'site', id: '' },
    });
  });

  it('must not be named for a video talk', () => {
    expect(ask(newcomerCanReachSite, { talk: aVideoTalk({ site: 'S1' }) })).toEqual({
      rule: 'newcomer-can-reach-site',
      subject: { kind: 'site', id: 'S1' },
    });
  });

  it('is missing at a video talk', () => {
    expect(ask(newcomerCanReachSite, { talk: aVideoTalk() })).toBeUndefined();
  });
});
