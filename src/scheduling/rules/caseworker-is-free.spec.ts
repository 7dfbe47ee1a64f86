import { describe, expect, it } from '@jest/globals';
import { anotherTalk, ask } from '../../../test/support/scheduling-builders.js';
import { caseworkerIsFree } from './caseworker-is-free.js';

describe('a caseworker who is taken', () => {
  it('is free again after the buffer', () => {
    expect(
      ask(caseworkerIsFree, { others: [anotherTalk({ caseworker: 'C1', start: '2026-10-26T08:00Z' })] }),
    ).toBeUndefined();
  });

  it('is not free during the buffer', () => {
    expect(
      ask(caseworkerIsFree, { others: [anotherTalk({ caseworker: 'C1', start: '2026-10-26T08:15Z' })] }),
    ).toEqual({
      rule: 'caseworker-is-free',
      subject: { kind: 'caseworker', id: 'C1' },
      from: '2026-10-26T08:15Z',
      until: '2026-10-26T09:15Z',
    });
  });

  it('does not mind talks elsewhere at the same time', () => {
    expect(ask(caseworkerIsFree, { others: [anotherTalk()] })).toBeUndefined();
  });

  it('is not in the way of the talk itself', () => {
    expect(ask(caseworkerIsFree, { others: [] })).toBeUndefined();
  });
});
