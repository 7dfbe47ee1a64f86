import { describe, expect, it } from '@jest/globals';
import { staysOf, type Meeting } from './plan-stays.js';

const meeting = (from: string, until: string, more: Partial<Meeting> = {}): Meeting => ({
  startsAt: new Date(`2027-01-25T${from}Z`),
  endsAt: new Date(`2027-01-25T${until}Z`),
  room: 'Zimmer 1',
  interpreter: 'A. B.',
  caseworker: 'C. D.',
  name: 'Muster',
  standing: false,
  ...more,
});
const stays = (meetings: readonly Meeting[]) =>
  staysOf(
    meetings,
    ({ interpreter }) => interpreter,
    (at) => at.toISOString().slice(0, 10),
  ).map(({ who, names, rooms }) => `${who}: ${names.join('+')} in ${rooms.join('+')}`);

describe('the stays in a picture of a plan', () => {
  it('join talks that follow each other and keep apart what lies far from each other', () => {
    const talks = [
      meeting('14:00', '14:45', { name: 'C' }),
      meeting('09:00', '09:45', { name: 'A' }),
      meeting('10:00', '10:45', { name: 'B', room: 'Zimmer 2' }),
    ];

    expect(stays(talks)).toEqual(['A. B.: A+B in Zimmer 1+Zimmer 2', 'A. B.: C in Zimmer 1']);
  });

  it('keep agreed talks apart from proposed ones, and leave out who is not there', () => {
    const talks = [
      meeting('09:00', '09:45', { name: 'A' }),
      meeting('10:00', '10:45', { name: 'B', standing: true }),
      meeting('11:00', '11:45', { interpreter: null }),
    ];

    expect(stays(talks)).toHaveLength(2);
  });
});
