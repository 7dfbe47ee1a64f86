import { describe, expect, it } from '@jest/globals';
import { aVideoTalk, ask } from '../../../test/support/scheduling-builders.js';
import { siteIsNotClosed } from './site-is-not-closed.js';

describe('a closing day', () => {
  it('leaves the other days alone', () => {
    expect(ask(siteIsNotClosed, { site: { closed: ['2026-10-27'] } })).toBeUndefined();
  });

  it('lets nothing take place', () => {
    expect(ask(siteIsNotClosed, { site: { closed: ['2026-10-26'] } })).toEqual({
      rule: 'site-is-not-closed',
      subject: { kind: 'site', id: 'S1' },
      date: '2026-10-26',
    });
  });

  it('does not stop a talk by video', () => {
    expect(ask(siteIsNotClosed, { talk: aVideoTalk(), site: { closed: ['2026-10-26'] } })).toBeUndefined();
  });
});
