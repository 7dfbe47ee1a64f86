import { describe, expect, it } from '@jest/globals';
import type { Appointment, Newcomer } from '../../scheduling/index.js';
import { AnswersOfTwins } from './answers-of-twins.js';

const someone = (id: string, persons: number): Newcomer => ({
  id,
  office: 'bl',
  arrived: '2026-12-01',
  earliest: '2026-12-01',
  due: '2027-03-01',
  notice: 14,
  urgency: 1,
  languages: [{ lang: 'ti', level: 3 }],
  persons,
  wheelchair: false,
  gender: null,
  genderHard: false,
  modes: ['onsite'],
  remoteInterpreter: true,
  sites: ['1'],
  talkType: '60',
  unavailable: [],
  conflicts: [],
});

const talkOf = (newcomer: string): Appointment => ({
  newcomer,
  mode: 'video',
  site: null,
  room: null,
  caseworker: '1',
  interpreter: null,
  interpreterMode: null,
  lang: 'ti',
  start: '2027-01-25T08:00Z',
  pinned: true,
  weight: 1,
});

/** Asks for each of these newcomers in turn; the answer is the id for which it was found. */
function asking(newcomers: readonly Newcomer[], appointments: readonly Appointment[] = []) {
  const answers = new AnswersOfTwins<string>({ newcomers, appointments });
  return (id: string, question = 'eight'): string => answers.of(id, question, () => id);
}

describe('answers of twins', () => {
  it('are found once for all who differ only in their id', () => {
    const ask = asking([someone('a', 2), someone('b', 2)]);

    expect([ask('a'), ask('b')]).toEqual(['a', 'a']);
  });

  it('are not shared with a larger household or another question', () => {
    const ask = asking([someone('a', 2), someone('b', 2), someone('c', 3)]);

    expect([ask('a'), ask('c'), ask('b', 'nine')]).toEqual(['a', 'c', 'b']);
  });

  it('are not shared by somebody who has a talk or is unknown', () => {
    const ask = asking([someone('a', 2), someone('b', 2)], [talkOf('b')]);

    expect([ask('a'), ask('b'), ask('x'), ask('y')]).toEqual(['a', 'b', 'x', 'y']);
  });
});
