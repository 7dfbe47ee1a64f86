import { describe, expect, it } from '@jest/globals';
import { mayScrape } from './may-scrape.js';

describe('who may read the metrics', () => {
  it('is whoever has the token, when there is one', () => {
    const from = (authorization?: string) => ({ address: '127.0.0.1', headers: { authorization } });

    expect(mayScrape(from('Bearer right'), 'right')).toBe(true);
    for (const wrong of [undefined, 'right', 'Bearer wrong', 'Bearer right ', ''])
      expect(mayScrape(from(wrong), 'right')).toBe(false);
  });

  it('is a program on this machine, without a token', () => {
    for (const address of ['127.0.0.1', '127.0.0.9', '::1', '::ffff:127.0.0.1'])
      expect(mayScrape({ address, headers: {} }, undefined)).toBe(true);
    for (const address of ['10.0.0.1', '::ffff:10.0.0.1', '8.8.8.8', 'fe80::1', '', undefined])
      expect(mayScrape({ address, headers: {} }, undefined)).toBe(false);
  });

  it('is nobody who comes through a proxy on this machine', () => {
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect(mayScrape({ address: '127.0.0.1', headers: { [name]: '8.8.8.8' } }, undefined)).toBe(false);
  });
});
