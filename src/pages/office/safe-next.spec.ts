import { describe, expect, it } from '@jest/globals';
import { safeNext } from './safe-next.js';

describe('the page after signing in', () => {
  it('is the one that was asked for', () => {
    expect(safeNext('/office/week?of=2027-01-11&by=room')).toBe('/office/week?of=2027-01-11&by=room');
  });

  it.each([
    undefined,
    ['/office/week'],
    'https://evil.example/office',
    '//evil.example/office',
    '/office/../../evil',
    '/office\\..\\..\\evil',
    '/officeevil',
    '/office@evil.example',
    'javascript:alert(1)',
    '/office/login?next=/office/login',
    '/office/logout',
  ])('is the start for %p', (next) => {
    expect(safeNext(next)).toBe('/office');
  });
});
