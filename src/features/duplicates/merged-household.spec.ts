import { describe, expect, it } from '@jest/globals';
import type { Household, Person } from '../households/index.js';
import { merged, obstacleToMerging } from './merged-household.js';

const person = (firstName: string, more: Partial<Person> = {}): Person =>
  ({
    firstName,
    lastName: 'Muster',
    born: '1990-02-01',
    isContact: false,
    email: null,
    phone: null,
    ...more,
  }) as Person;

const household = (id: number, more: Partial<Household> = {}): Household =>
  ({
    id,
    state: 'open',
    arrivedOn: '2026-12-01',
    targetOn: '2027-03-01',
    stepFree: false,
    addressLock: false,
    acceptsRemoteInterpreter: true,
    note: '',
    openTalkId: null,
    persons: [person('Ana', { isContact: true })],
    ...more,
  }) as Household;

describe('two entries of the same people', () => {
  it('become one with the earlier days, the stricter needs, and what the one that stays lacks', () => {
    const gone = household(2, {
      targetOn: '2027-02-01',
      stepFree: true,
      acceptsRemoteInterpreter: false,
      note: 'Rollstuhl',
      persons: [person('ANA', { isContact: true, email: 'ana@example.org' }), person('Bo')],
    });

    expect(merged(household(1), gone)).toEqual({
      state: 'open',
      arrivedOn: '2026-12-01',
      targetOn: '2027-02-01',
      stepFree: true,
      addressLock: false,
      acceptsRemoteInterpreter: false,
      note: 'Rollstuhl',
      addedPersons: [gone.persons[1]],
      email: 'ana@example.org',
      phone: null,
    });
  });

  it('are planned when one of them has a talk, and done when the one that goes had its own', () => {
    expect(merged(household(1), household(2, { openTalkId: 'a', state: 'planned' })).state).toBe('planned');
    expect(merged(household(1), household(2, { state: 'done' })).state).toBe('done');
  });

  it('stay two when both have a coming talk, when nobody is in both, and when they are one already', () => {
    const stranger = household(2, { persons: [person('Bo', { isContact: true })] });

    expect(obstacleToMerging(household(1, { openTalkId: 'a' }), household(2, { openTalkId: 'b' }))).toBe(
      'two-talks',
    );
    expect(obstacleToMerging(household(1), stranger)).toBe('not-alike');
    expect(obstacleToMerging(household(1), household(1))).toBe('same');
    expect(obstacleToMerging(household(1), household(2))).toBeUndefined();
  });
});
