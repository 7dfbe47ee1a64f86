import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noticesReturned, returnAddress } from './return-address.js';

const KEY = 'a secret key of the tests, 32 characters';
const NOTICE = '01a20a37-2c53-7c3b-94f7-2c873249ac91';

describe('the return address of a notice', () => {
  it('leads back to it, whatever stands around it and in whatever case', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const address = returnAddress(id, KEY, 'returns.example.ch');
        expect(noticesReturned(`To: <${address}>, other@example.org`, KEY)).toEqual([id]);
        expect(noticesReturned(address.toUpperCase(), KEY)).toEqual([id]);
      }),
    );
  });

  it('has a local part that mail servers take', () => {
    const [local = '', domain] = returnAddress(NOTICE, KEY, 'returns.example.ch').split('@');

    expect(local).toMatch(/^[a-z0-9+]{1,64}$/);
    expect(domain).toBe('returns.example.ch');
  });

  it('cannot be made up, nor bent to another notice, nor made with another key', () => {
    const address = returnAddress(NOTICE, KEY, 'returns.example.ch');
    const other = returnAddress(NOTICE.replace('01a2', '01a3'), KEY, 'returns.example.ch');
    const bent = other.slice(0, 39) + address.slice(39);

    expect(noticesReturned(bent, KEY)).toEqual([]);
    expect(noticesReturned(address, `${KEY}!`)).toEqual([]);
    expect(noticesReturned(`return+${'a'.repeat(52)}@returns.example.ch`, KEY)).toEqual([]);
  });
});
