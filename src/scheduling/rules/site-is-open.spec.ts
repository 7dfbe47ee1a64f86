import { describe, expect, it } from '@jest/globals';
import { aTalk, ask } from '../../../test/support/scheduling-builders.js';
import { siteIsOpen } from './site-is-open.js';

describe('the opening hours of a site', () => {
  it('hold a talk whose buffer ends with them', () => {
    expect(ask(siteIsOpen, { talk: aTalk({ start: '2026-10-26T10:00Z' }) })).toBeUndefined();
  });

  it('do not hold one whose buffer ends later', () => {
    expect(ask(siteIsOpen, { talk: aTalk({ start: '2026-10-26T10:15Z' }) })).toEqual({
      rule: 'site-is-open',
      subject: { kind: 'site', id: 'S1' },
    });
  });

  it('count as one stretch where they adjoin', () => {
    expect(
      ask(siteIsOpen, {
        talk: aTalk({ start: '2026-10-26T10:45Z' }),
        site: {
          weekly: [
            { day: 1, from: '08:00', to: '12:00' },
            { day: 1, from: '12:00', to: '17:00' },
          ],
        },
      }),
    ).toBeUndefined();
  });

  it('are on the wall clock of the office', () => {
    expect(ask(siteIsOpen, { talk: aTalk({ start: '2026-10-23T06:00Z' }) })).toBeUndefined();
  });
});
