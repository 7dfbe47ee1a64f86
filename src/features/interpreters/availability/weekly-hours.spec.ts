import { describe, expect, it } from '@jest/globals';
import { type Box, coversBox, dayParts, fitsBoxes, hoursOfBoxes, joined } from './weekly-hours.js';

const boxes: readonly Box[] = [1, 2, 3, 4, 5, 6].flatMap((weekday) =>
  dayParts.map((part) => ({ weekday, part })),
);

describe('the weekly hours of an interpreter', () => {
  it('are one stretch where boxes touch, so that a talk may lie across noon', () => {
    const ticked: Box[] = [
      { weekday: 2, part: 'evening' },
      { weekday: 1, part: 'afternoon' },
      { weekday: 1, part: 'morning' },
    ];

    expect(hoursOfBoxes(ticked)).toEqual([
      { weekday: 1, from: '08:00', until: '18:00' },
      { weekday: 2, from: '18:00', until: '21:00' },
    ]);
  });

  it('come back as the boxes that were ticked, for every choice of a day', () => {
    for (let choice = 0; choice < 8; choice += 1) {
      const ticked = dayParts
        .filter((_, index) => choice & (1 << index))
        .map((part) => ({ weekday: 3, part }));
      const hours = hoursOfBoxes(ticked);

      expect(boxes.filter((box) => coversBox(hours, box))).toEqual(ticked);
      expect(fitsBoxes(hours, boxes)).toBe(true);
    }
  });

  it.each([
    [{ weekday: 1, from: '09:00', until: '12:00' }],
    [{ weekday: 1, from: '08:00', until: '12:30' }],
    [{ weekday: 7, from: '08:00', until: '12:00' }],
  ])('that are exact do not fit boxes: %j', (hours) => {
    expect(fitsBoxes([hours], boxes)).toBe(false);
  });

  it('lose nothing when they overlap', () => {
    const hours = [
      { weekday: 1, from: '10:00', until: '11:00' },
      { weekday: 1, from: '08:00', until: '10:30' },
      { weekday: 1, from: '08:30', until: '09:00' },
      { weekday: 1, from: '13:00', until: '14:00' },
    ];

    expect(joined(hours)).toEqual([
      { weekday: 1, from: '08:00', until: '11:00' },
      { weekday: 1, from: '13:00', until: '14:00' },
    ]);
  });
});
