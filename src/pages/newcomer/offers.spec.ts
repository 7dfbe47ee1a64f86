import { describe, expect, it } from '@jest/globals';
import type { FreeSlot } from '../../features/talks/index.js';
import { halfDayIn } from './half-day.js';
import { isOffer, offerDays, type PresentTalk } from './offers.js';

const present: PresentTalk = {
  startsAt: new Date('2027-01-28T13:00:00Z'),
  mode: 'onsite',
  provision: 'interpreter',
};

function slot(startsAt: string, overrides: Partial<FreeSlot> = {}): FreeSlot {
  return {
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(Date.parse(startsAt) + 45 * 60_000).toISOString(),
    mode: 'onsite',
    siteId: 1,
    siteName: 'Musterstadt',
    roomId: 1,
    roomName: 'Zimmer 1',
    caseworkerId: 1,
    caseworkerName: 'C. Test',
    interpreterId: 1,
    interpreterName: 'I. Test',
    interpreterMode: 'onsite',
    language: 'ti',
    provision: 'interpreter',
    reasons: [],
    totalRappen: 0,
    moneyRappen: 0,
    ...overrides,
  };
}

const offered = (slots: readonly FreeSlot[]): string[][] =>
  offerDays(slots, present, halfDayIn('UTC')).map(({ slots: ofDay }) =>
    ofDay.map(({ startsAt }) => startsAt.slice(5, 16)),
  );

describe('the times offered to a newcomer', () => {
  it('are in the order of the calendar, however good they are', () => {
    const slots = [slot('2027-02-02T09:00Z'), slot('2027-02-01T14:00Z'), slot('2027-02-01T08:00Z')];

    expect(offered(slots)).toEqual([['02-01T08:00', '02-01T14:00'], ['02-02T09:00']]);
  });

  it('are of the three best days, three a day, eight in all', () => {
    const days = ['04', '01', '03', '02'];
    const slots = days.flatMap((day) =>
      ['08', '09', '10', '13', '14'].map((hour) => slot(`2027-02-${day}T${hour}:00Z`)),
    );

    expect(offered(slots)).toEqual([
      ['02-01T08:00', '02-01T09:00', '02-01T13:00'],
      ['02-03T08:00', '02-03T09:00'],
      ['02-04T08:00', '02-04T09:00', '02-04T13:00'],
    ]);
  });

  it('are at least an hour apart', () => {
    const slots = ['13:00', '13:15', '12:30', '14:00', '09:00'].map((time) => slot(`2027-02-01T${time}Z`));

    expect(offered(slots)).toEqual([['02-01T09:00', '02-01T13:00', '02-01T14:00']]);
  });

  it('are at least an hour from the present time', () => {
    const slots = ['12:15', '13:45', '14:00', '12:00'].map((time) => slot(`2027-01-28T${time}Z`));

    expect(offered(slots)).toEqual([['01-28T12:00', '01-28T14:00']]);
  });

  it('divide the day at noon on the clock of the office', () => {
    expect(halfDayIn('Europe/Zurich')(new Date('2027-02-01T10:59Z'))).toEqual({
      day: '2027-02-01',
      half: 'morning',
    });
    expect(halfDayIn('Europe/Zurich')(new Date('2027-02-01T11:00Z'))).toEqual({
      day: '2027-02-01',
      half: 'afternoon',
    });
    expect(halfDayIn('Europe/Zurich')(new Date('2027-06-30T22:00Z'))).toEqual({
      day: '2027-07-01',
      half: 'morning',
    });
  });

  it('name each time once, with the best people for it', () => {
    const slots = [
      slot('2027-02-01T08:00Z', { caseworkerId: 7 }),
      slot('2027-02-01T08:00Z', { caseworkerId: 8 }),
    ];

    expect(
      offerDays(slots, present, halfDayIn('UTC'))[0]?.slots.map(({ caseworkerId }) => caseworkerId),
    ).toEqual([7]);
  });

  it.each([
    ['the present time', slot('2027-01-28T13:00Z')],
    ['a talk by video for one in a room', slot('2027-02-01T08:00Z', { mode: 'video' })],
    ['a third language', slot('2027-02-01T08:00Z', { provision: 'relay' })],
    ['German', slot('2027-02-01T08:00Z', { provision: 'german' })],
  ])('never are %s', (_, refused) => {
    expect(isOffer(refused, present)).toBe(false);
  });

  it('may be better understood than the present talk', () => {
    const inGerman = { ...present, provision: 'german' } as const;

    expect(isOffer(slot('2027-02-01T08:00Z', { provision: 'caseworker' }), present)).toBe(true);
    expect(isOffer(slot('2027-02-01T08:00Z', { provision: 'relay' }), inGerman)).toBe(true);
  });
});
