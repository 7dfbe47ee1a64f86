import { describe, expect, it } from '@jest/globals';
import { reminderDue } from './reminder-due.js';
import { sendingRules } from './sending-rules.js';

const wallClock = { reminderTime: '09:00', quietFrom: '20:00', quietUntil: '07:00' };
const office = { timeZone: 'Europe/Zurich', canton: 'BL', year: 2027 };
const rules = sendingRules(office, wallClock);

describe('the instant of a reminder', () => {
  it('is at the reminder time of the local day', () => {
    expect(reminderDue(new Date('2027-01-21T13:00Z'), 7, rules)).toEqual(new Date('2027-01-14T08:00Z'));
  });

  it('keeps the wall-clock time across the clock change in spring', () => {
    expect(reminderDue(new Date('2027-03-30T08:00Z'), 7, rules)).toEqual(new Date('2027-03-23T08:00Z'));
    expect(reminderDue(new Date('2027-03-31T08:00Z'), 1, rules)).toEqual(new Date('2027-03-30T07:00Z'));
  });

  it('keeps the wall-clock time across the clock change in autumn', () => {
    expect(reminderDue(new Date('2027-11-02T09:00Z'), 7, rules)).toEqual(new Date('2027-10-26T07:00Z'));
    expect(reminderDue(new Date('2027-11-03T09:00Z'), 1, rules)).toEqual(new Date('2027-11-02T08:00Z'));
  });

  it('counts from the local date, not from the UTC date', () => {
    expect(reminderDue(new Date('2027-01-20T23:30Z'), 1, rules)).toEqual(new Date('2027-01-20T08:00Z'));
  });

  it.each([
    ['21:00', '2027-01-21T06:00Z'],
    ['20:00', '2027-01-21T06:00Z'],
    ['06:59', '2027-01-20T06:00Z'],
    ['07:00', '2027-01-20T06:00Z'],
    ['19:59', '2027-01-20T18:59Z'],
  ])('waits for the end of the quiet hours when set to %s', (reminderTime, due) => {
    expect(
      reminderDue(new Date('2027-01-21T13:00Z'), 1, sendingRules(office, { ...wallClock, reminderTime })),
    ).toEqual(new Date(due));
  });

  it('also knows quiet hours within one day', () => {
    const noon = sendingRules(office, { reminderTime: '12:30', quietFrom: '12:00', quietUntil: '13:30' });

    expect(reminderDue(new Date('2027-01-21T13:00Z'), 1, noon)).toEqual(new Date('2027-01-20T12:30Z'));
  });

  it.each([
    ['a Sunday, of a talk on Monday', '2027-01-25T13:00Z', '2027-01-23T08:00Z'],
    ['Easter Monday, of a talk on Tuesday', '2027-03-30T08:00Z', '2027-03-27T08:00Z'],
    ['a holiday of the canton only', '2027-05-02T08:00Z', '2027-04-30T07:00Z'],
  ])('comes earlier than on %s', (_, talkStart, due) => {
    expect(reminderDue(new Date(talkStart), 1, rules)).toEqual(new Date(due));
  });
});
