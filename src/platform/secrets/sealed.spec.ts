import { describe, expect, it } from '@jest/globals';
import { seal, unseal } from './sealed.js';

const KEY = 'a secret key of the tests, 32 characters';

describe('a sealed text', () => {
  it('comes back with the same key and purpose only', () => {
    const sealed = seal(KEY, 'feeds', 'https://calendar.example/secret-ü.ics');

    expect(unseal(KEY, 'feeds', sealed)).toBe('https://calendar.example/secret-ü.ics');
    expect(() => unseal(KEY, 'other', sealed)).toThrow();
    expect(() => unseal(`${KEY}!`, 'feeds', sealed)).toThrow();
  });

  it('shows nothing of itself, and never looks the same twice', () => {
    const [one, two] = [seal(KEY, 'feeds', 'secret'), seal(KEY, 'feeds', 'secret')] as const;

    expect(one.toString('latin1')).not.toContain('secret');
    expect(one.equals(two)).toBe(false);
  });

  it('is refused when a byte was changed', () => {
    const sealed = seal(KEY, 'feeds', 'secret');
    sealed[20] = (sealed[20] ?? 0) ^ 1;

    expect(() => unseal(KEY, 'feeds', sealed)).toThrow();
  });
});
