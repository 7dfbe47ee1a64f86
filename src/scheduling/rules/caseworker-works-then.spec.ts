import { describe, expect, it } from '@jest/globals';
import { aTalk, aVideoTalk, ask } from '../../../test/support/scheduling-builders.js';
import { caseworkerWorksThen } from './caseworker-works-then.js';

describe('the working hours of a caseworker', () => {
  it('hold the talk and its buffer', () => {
    expect(ask(caseworkerWorksThen, { talk: aTalk({ start: '2026-10-26T15:00Z' }) })).toBeUndefined();
  });

  it('do not hold what ends later', () => {
    expect(ask(caseworkerWorksThen, { talk: aTalk({ start: '2026-10-26T15:15Z' }) })).toEqual({
      rule: 'caseworker-works-then',
      subject: { kind: 'caseworker', id: 'C1' },
    });
  });

  it('are those at the site of the talk', () => {
    expect(
      ask(caseworkerWorksThen, {
        caseworker: { weekly: [{ day: 1, from: '08:00', to: '12:00', site: 'S2' }] },
      }),
    ).toEqual({ rule: 'caseworker-works-then', subject: { kind: 'caseworker', id: 'C1' } });
  });

  it('are those at any site for a video talk', () => {
    expect(
      ask(caseworkerWorksThen, {
        talk: aVideoTalk(),
        caseworker: { weekly: [{ day: 1, from: '08:00', to: '12:00', site: 'S2' }] },
      }),
    ).toBeUndefined();
  });

  it('do not exist on a closing day', () => {
    expect(ask(caseworkerWorksThen, { talk: aVideoTalk(), site: { closed: ['2026-10-26'] } })).toEqual({
      rule: 'caseworker-works-then',
      subject: { kind: 'caseworker', id: 'C1' },
    });
  });
});
