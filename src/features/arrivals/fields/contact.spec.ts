import { describe, expect, it } from '@jest/globals';
import { readEmail } from './email.js';
import { readPhone } from './phone.js';

describe('an e-mail address', () => {
  it.each([
    ['Anna.Muster+x@Example.CH', 'Anna.Muster+x@example.ch'],
    ['a@müller.ch', 'a@xn--mller-kva.ch'],
    ["o'neil@example.org", "o'neil@example.org"],
    ['', null],
  ])('%j is %j', (text, value) => {
    expect(readEmail(text)).toEqual({ value });
  });

  it.each([
    ['anna', 'email-invalid'],
    ['anna@localhost', 'email-invalid'],
    ['anna@@example.ch', 'email-invalid'],
    ['.anna@example.ch', 'email-invalid'],
    ['an..na@example.ch', 'email-invalid'],
    ['Anna <anna@example.ch>', 'email-invalid'],
    ['"a b"@example.ch', 'email-invalid'],
    ['anna@[127.0.0.1]', 'email-invalid'],
    ['anna@127.0.0.1', 'email-invalid'],
    ['anna@example.ch%0d%0abcc:x@y.ch', 'email-invalid'],
    ['anna @example.ch', 'email-invalid'],
    ['जॉन@example.ch', 'email-invalid'],
    [`${'a'.repeat(65)}@example.ch`, 'email-invalid'],
    ['a@example.ch, b@example.ch', 'email-several'],
    ['a@example.ch;b@example.ch', 'email-several'],
  ])('%j is refused as %s', (text, error) => {
    expect(readEmail(text)).toEqual({ error });
  });
});

describe('a phone number', () => {
  it.each([
    ['079 123 45 67', '+41791234567'],
    ['+41 (0)79 123 45 67', '+41791234567'],
    ['0041 79 123 45 67', '+41791234567'],
    ['791234567', '+41791234567'],
    ['41791234567', '+41791234567'],
    ['+49 151 23456789', '+4915123456789'],
    ['061/552.59.00', '+41615525900'],
    ['', null],
  ])('%j is %j', (text, value) => {
    expect(readPhone(text)).toEqual({ value });
  });

  it.each(['keine', '12345', '079 123', '+41 79 123 45 67 ext 3', '+0 12 345 67 89', '+1234567890123456'])(
    '%j is refused',
    (text) => {
      expect(readPhone(text)).toEqual({ error: 'phone-invalid' });
    },
  );
});
