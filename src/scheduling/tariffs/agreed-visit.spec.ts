import { describe, expect, it } from '@jest/globals';
import { changeOfTalk, pricedVisit, workedVisit, type AgreedVisit } from './agreed-visit.js';

const at = (time: string): string => `2027-01-25T${time}Z`;
const talk = (id: string, from: string, to: string): AgreedVisit['talks'][number] => ({
  id,
  from: at(from),
  to: at(to),
});
const visit: AgreedVisit = {
  mode: 'onsite',
  place: 'Musterstadt',
  talks: [talk('a', '09:00', '09:45'), talk('b', '10:00', '10:45')],
};

describe('a talk of a visit that is given up', () => {
  it('leaves the others', () => {
    const change = changeOfTalk(visit, { talk: 'a', moved: null, at: at('08:00') });

    expect(change.before).toEqual(pricedVisit(visit));
    expect(change.after.map(({ talks }) => talks)).toEqual([[{ from: at('10:00'), to: at('10:45') }]]);
  });

  it('leaves nothing when it was the only one', () => {
    const alone = { ...visit, talks: visit.talks.slice(0, 1) };
    expect(changeOfTalk(alone, { talk: 'a', moved: null, at: at('08:00') }).after).toEqual([]);
  });

  it('goes on in the same place and way, or is a visit of its own elsewhere', () => {
    const moved = { ...visit, talks: [talk('a', '11:00', '11:45')] };
    const after = (to: AgreedVisit): number[] =>
      changeOfTalk(visit, { talk: 'a', moved: to, at: at('08:00') }).after.map(({ talks }) => talks.length);

    expect(after(moved)).toEqual([2]);
    expect(after({ ...moved, place: 'Anderswo' })).toEqual([1, 1]);
    expect(after({ ...moved, mode: 'phone', place: '' })).toEqual([1, 1]);
  });
});

describe('a visit with the time that was worked', () => {
  const worked = (from: string, to: string): (string | null)[] =>
    workedVisit(pricedVisit(visit), { from: at(from), to: at(to) }).talks.map((one) =>
      one.worked ? `${one.worked.from.slice(11, 16)}–${one.worked.to.slice(11, 16)}` : null,
    );

  it('begins and ends as it was worked, also before and after what was agreed', () => {
    expect(worked('08:50', '11:10')).toEqual(['08:50–09:45', '10:00–11:10']);
  });

  it('knows of talks that did not take place', () => {
    expect(worked('09:05', '09:40')).toEqual(['09:05–09:40', null]);
    expect(worked('10:00', '10:30')).toEqual([null, '10:00–10:30']);
    expect(worked('11:00', '11:30')).toEqual([null, '11:00–11:30']);
  });
});
