import { describe, expect, it } from '@jest/globals';
import { best, obstacles, proposals, starts } from '../../test/support/proposals.js';
import { aCaseworker, anInterpreter, aSite, aTalk } from '../../test/support/scheduling-builders.js';

const daily = [1, 2, 3, 4, 5, 6, 7];

describe('when a talk takes place', () => {
  it('is as early as notice and opening hours allow', () => {
    expect(starts(proposals({}))).toEqual([
      '2026-10-19T06:00Z',
      '2026-10-19T06:15Z',
      '2026-10-19T06:30Z',
      '2026-10-19T06:45Z',
      '2026-10-19T07:00Z',
    ]);
  });

  it('leaves the notice period free', () => {
    expect(best({ newcomer: { notice: 26 } }).candidate.start).toBe('2026-10-27T07:00Z');
  });

  it('leaves out closing days', () => {
    const closed = ['2026-10-19', '2026-10-20'];

    expect(best({ site: { closed } }).candidate.start).toBe('2026-10-21T06:00Z');
  });

  it('keeps to wall-clock hours over the end of summer time', () => {
    const weekly = daily.map((day) => ({ day, from: '08:00', to: '12:00', site: 'S1' }));
    const found = proposals(
      {
        site: { weekly },
        caseworker: { weekly },
        snapshot: { caseworkers: [aCaseworker({ weekly })] },
        interpreter: { weekly },
      },
      { from: '2026-10-24', to: '2026-10-26', perDay: 1 },
    );

    expect(starts(found)).toEqual(['2026-10-24T06:00Z', '2026-10-25T07:00Z', '2026-10-26T07:00Z']);
  });

  it('keeps to wall-clock hours over the start of summer time', () => {
    const weekly = daily.map((day) => ({ day, from: '01:00', to: '12:00', site: 'S1' }));
    const found = proposals(
      {
        newcomer: { earliest: '2027-03-01', due: '2027-06-01' },
        snapshot: {
          now: '2027-03-01T08:00Z',
          horizon: { from: '2027-03-27', to: '2027-03-29' },
          sites: [aSite({ weekly })],
          caseworkers: [aCaseworker({ weekly })],
          interpreters: [anInterpreter({ weekly })],
        },
      },
      { perDay: 1, limit: 9 },
    );

    expect(starts(found)).toEqual(['2027-03-27T00:00Z', '2027-03-28T00:00Z', '2027-03-28T23:00Z']);
  });

  it('is near the wished time when there is one', () => {
    const near = '2026-11-04T09:00Z';

    expect(starts(proposals({}, { near, limit: 3 }))).toEqual([
      near,
      '2026-11-04T08:45Z',
      '2026-11-04T09:15Z',
    ]);
  });

  it('is on several days when variety is asked for', () => {
    const days = proposals({}, { perDay: 2 }).map(({ candidate }) => candidate.start.slice(0, 10));

    expect(days).toEqual(['2026-10-19', '2026-10-19', '2026-10-20', '2026-10-20', '2026-10-21']);
  });

  it('is never in the past, even without notice', () => {
    const question = { newcomer: { notice: 0 }, snapshot: { now: '2026-10-26T12:10Z' } };

    expect(best(question).candidate.start).toBe('2026-10-26T12:15Z');
  });

  it('leaves the buffer of the talk before it free', () => {
    const others = [aTalk({ newcomer: 'N2', caseworker: 'C2', room: 'R2', interpreter: 'I2' })];
    const only = { caseworker: 'C2', start: '2026-10-26T09:45Z' };

    expect(obstacles({ others }, only)).toEqual([
      { rule: 'caseworker-is-free', count: 1, subject: { kind: 'caseworker', id: 'C2' } },
    ]);
    expect(starts(proposals({ others }, { ...only, start: '2026-10-26T10:00Z' }))).toHaveLength(2);
  });
});
