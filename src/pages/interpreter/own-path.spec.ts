import { describe, expect, it } from '@jest/globals';
import { ownPath } from './own-path.js';

describe('the page after signing in', () => {
  it.each(['/interpreter/agenda', '/interpreter/requests/17?part=2'])('may be %s', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    undefined,
    ['/interpreter/profile'],
    '/interpreter',
    '/office/today',
    '//evil.example/interpreter/agenda',
    'https://evil.example/interpreter/agenda',
    '/interpreter/../office/today',
    '/interpreter/in/token',
    '/interpreter/sent',
    String.raw`\\evil.example\interpreter\agenda`,
  ])('is never %j', (path) => {
    expect(ownPath(path)).toBe('/interpreter/requests');
  });
});
