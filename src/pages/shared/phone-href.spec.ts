import { describe, expect, it } from '@jest/globals';
import { phoneHref } from './phone-href.js';

describe('the address of a phone number', () => {
  it.each([
    ['061 555 01 00', 'tel:+41615550100'],
    ['+41 61 000 00 00', 'tel:+41610000000'],
    ['0041 61 000 00 00', 'tel:+41610000000'],
    ['+41 (0)61 555 01 00', 'tel:+41615550100'],
  ])('of %s is %s', (phone, expected) => {
    expect(phoneHref(phone)).toBe(expected);
  });
});
