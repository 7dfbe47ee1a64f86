import { describe, expect, it } from '@jest/globals';
import { aNewcomer, aSnapshot, aTalk } from '../../../test/support/scheduling-builders.js';
import type { Candidate, Newcomer } from '../model.js';
import { buildSchedule } from '../schedule/schedule.js';
import { explainTalk, type TalkExplanation } from './explain-talk.js';

function explained(newcomer: Partial<Newcomer>, talks: readonly Candidate[]): TalkExplanation | undefined {
  const snapshot = aSnapshot({ newcomers: [aNewcomer(newcomer), aNewcomer({ id: 'N2' })] });
  return explainTalk('N1', buildSchedule(snapshot, talks));
}

const ids = (explanation: TalkExplanation | undefined): unknown =>
  explanation?.reasons.map(({ id, count }) => (count === undefined ? id : `${id} ${count}`));

describe('explaining a talk of a plan', () => {
  it('names the interpreter, the shared visit and that it is in time', () => {
    const talks = [aTalk(), aTalk({ newcomer: 'N2', start: '2026-10-26T09:45Z' })];

    expect(ids(explained({}, talks))).toEqual(['interpreter-speaks-language', 'shared-visit 1', 'in-time']);
  });

  it('prices only what this talk adds: the second talk of a visit has no journey', () => {
    const talks = [aTalk(), aTalk({ newcomer: 'N2', start: '2026-10-26T09:45Z' })];

    expect(explained({}, talks)?.cost.money).toBe(4500);
    expect(explained({}, [aTalk()])?.cost.money).toBe(11500);
  });

  it('says how many days late a talk is', () => {
    expect(ids(explained({ due: '2026-10-24' }, [aTalk()]))).toEqual([
      'interpreter-speaks-language',
      'late 2',
    ]);
  });

  it('tells a caseworker’s language, German and a language between apart', () => {
    const alone = { interpreter: null, interpreterMode: null };
    const languages = [
      { lang: 'ti', level: 3 },
      { lang: 'de', level: 2 },
      { lang: 'en', level: 2 },
    ];
    const first = (lang: string): unknown =>
      explained({ languages }, [aTalk({ ...alone, lang })])?.reasons[0]?.id;

    expect(first('ti')).toBe('caseworker-speaks-language');
    expect(first('de')).toBe('german-is-understood');
    expect(first('en')).toBe('relay-language');
  });

  it('names fulfilled wishes', () => {
    expect(ids(explained({ wheelchair: true, gender: 'f' }, [aTalk()]))).toEqual([
      'interpreter-speaks-language',
      'step-free-room',
      'wished-gender',
      'in-time',
    ]);
  });

  it('has nothing to say about somebody without a talk', () => {
    expect(explained({}, [])).toBeUndefined();
  });
});
