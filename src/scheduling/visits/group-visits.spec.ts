import { describe, expect, it } from '@jest/globals';
import { groupVisits, type StayTalk } from './group-visits.js';

const NINE = 540;

function aTalk(id: string, start: number, change: Partial<StayTalk> = {}): StayTalk {
  return { id, interpreter: '7', place: '1', day: 0, start, end: start + 45, visit: null, ...change };
}

/** The talks of each visit with its name. */
function visits(talks: readonly StayTalk[], wait = 30): [string | null, string][] {
  return groupVisits(talks, () => wait).map(({ visit, stay }) => [
    visit,
    stay.talks.map(({ id }) => id).join(''),
  ]);
}

describe('the visits that talks make', () => {
  it('hold talks whose waits are not too long, to the minute', () => {
    expect(visits([aTalk('b', NINE + 75), aTalk('a', NINE)])).toEqual([[null, 'ab']]);
    expect(visits([aTalk('a', NINE), aTalk('b', NINE + 76)])).toEqual([
      [null, 'a'],
      [null, 'b'],
    ]);
  });

  it('end with the day, the place and the interpreter', () => {
    const others = [{ day: 1 }, { place: '2' }, { interpreter: '8' }];
    for (const other of others)
      expect(visits([aTalk('a', NINE), aTalk('b', NINE + 45, other)])).toHaveLength(2);
  });

  it('keep their name where most of their talks are', () => {
    const talks = [
      aTalk('a', NINE, { visit: 'v' }),
      aTalk('b', NINE + 60, { visit: 'v' }),
      aTalk('c', NINE + 300, { visit: 'v' }),
    ];

    expect(visits(talks)).toEqual([
      ['v', 'ab'],
      [null, 'c'],
    ]);
  });

  it('merge under one name when a talk fills the gap', () => {
    const talks = [
      aTalk('a', NINE, { visit: 'v' }),
      aTalk('b', NINE + 60),
      aTalk('c', NINE + 120, { visit: 'w' }),
    ];

    expect(visits(talks)).toEqual([['v', 'abc']]);
  });

  it('stay together while nobody has their time, and apart from others without interpreter', () => {
    const nobody = { interpreter: null };
    const talks = [
      aTalk('a', NINE, { ...nobody, visit: 'v' }),
      aTalk('b', NINE + 60, { ...nobody, visit: 'v' }),
      aTalk('c', NINE + 60, { ...nobody, visit: 'w' }),
    ];

    expect(visits(talks)).toEqual([
      ['v', 'ab'],
      ['w', 'c'],
    ]);
  });
});
