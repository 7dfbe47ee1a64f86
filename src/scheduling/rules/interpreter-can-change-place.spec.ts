import { describe, expect, it } from '@jest/globals';
import { anotherTalk, ask } from '../../../test/support/scheduling-builders.js';
import { interpreterCanChangePlace } from './interpreter-can-change-place.js';

describe('the way between two places', () => {
  it('takes as long as the interpreter needs', () => {
    expect(
      ask(interpreterCanChangePlace, {
        others: [anotherTalk({ interpreter: 'I1', site: 'S2', start: '2026-10-26T07:15Z' })],
      }),
    ).toBeUndefined();
  });

  it('may not be shorter', () => {
    expect(
      ask(interpreterCanChangePlace, {
        others: [anotherTalk({ interpreter: 'I1', site: 'S2', start: '2026-10-26T07:30Z' })],
      }),
    ).toEqual({
      rule: 'interpreter-can-change-place',
      subject: { kind: 'interpreter', id: 'I1' },
      from: '2026-10-26T07:30Z',
      until: '2026-10-26T08:15Z',
      limit: 60,
    });
  });

  it('is none at the same place', () => {
    expect(
      ask(interpreterCanChangePlace, {
        others: [anotherTalk({ interpreter: 'I1', start: '2026-10-26T08:15Z' })],
      }),
    ).toBeUndefined();
  });

  it('counts from remote work to a site too', () => {
    expect(
      ask(interpreterCanChangePlace, {
        others: [anotherTalk({ interpreter: 'I1', interpreterMode: 'video', start: '2026-10-26T10:00Z' })],
      }),
    ).toEqual({
      rule: 'interpreter-can-change-place',
      subject: { kind: 'interpreter', id: 'I1' },
      from: '2026-10-26T10:00Z',
      until: '2026-10-26T10:45Z',
      limit: 60,
    });
  });
});
