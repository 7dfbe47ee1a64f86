import { describe, expect, it } from '@jest/globals';
import { cell } from '../../../../test/support/arriving-file.js';

describe('an address of e-mail', () => {
  const addressFrom = async (email: string): Promise<string | null | undefined> => {
    const { household, refused } = await cell({ email });
    return refused ?? household?.persons[0]?.email;
  };

  it.each([
    ['ana@example.ch', 'ana@example.ch'],
    ['ANA@EXAMPLE.CH', 'ANA@example.ch'],
    ['  ana@example.ch  ', 'ana@example.ch'],
    ['\u00a0ana@example.ch', 'ana@example.ch'],
    ['ana.muster+talks@example.ch', 'ana.muster+talks@example.ch'],
    ['ana_muster-2@sub.domain.example.ch', 'ana_muster-2@sub.domain.example.ch'],
    ["o'neil@example.ch", "o'neil@example.ch"],
    ['1@example.ch', '1@example.ch'],
    ['a@b.co', 'a@b.co'],
    ['ana@müller.ch', 'ana@xn--mller-kva.ch'],
    ['ana@MU\u0308LLER.ch', 'ana@xn--mller-kva.ch'],
    ['ana@xn--mller-kva.ch', 'ana@xn--mller-kva.ch'],
    ['ana@пример.рф', 'ana@xn--e1afmkfd.xn--p1ai'],
    ['ana@example。ch', 'ana@example.ch'],
    ['ana@ｅｘａｍｐｌｅ.ch', 'ana@example.ch'],
    ['=ana@example.ch', '=ana@example.ch'],
    [`${'a'.repeat(64)}@example.ch`, `${'a'.repeat(64)}@example.ch`],
    ['', null],
  ])('spelled %j is %j', async (typed, kept) => {
    expect(await addressFrom(typed)).toBe(kept);
  });

  it.each([
    'ana',
    '@',
    '@example.ch',
    'ana@',
    'ana@example',
    'ana@localhost',
    'ana@@example.ch',
    '.ana@example.ch',
    'ana.@example.ch',
    'a..b@example.ch',
    'ana@.example.ch',
    'ana@example..ch',
    'ana@-example.ch',
    'ana@example-.ch',
    'ana@exa_mple.ch',
    'ana@127.0.0.1',
    'ana@[127.0.0.1]',
    'ana@[IPv6:::1]',
    '"ana muster"@example.ch',
    '"ana"@example.ch',
    'Ana <ana@example.ch>',
    '<ana@example.ch>',
    'mailto:ana@example.ch',
    'ana(comment)@example.ch',
    'ana@example.ch (Ana)',
    'ana@example.ch?subject=x',
    'ana@example.ch#x',
    'ana@example.ch/x',
    'ana@example.ch:25',
    'ana@example.ch%0abcc:x@y.ch',
    'ana @example.ch',
    'ana@ example.ch',
    'ana@example .ch',
    'ánà@example.ch',
    'अना@example.ch',
    'ana@example.c',
    'ana@example.123',
    'ana@example.ch.',
    'ana\\@example.ch',
    'ana@exam\u200bple.ch',
    'ana@example.ch\u202e',
    `${'a'.repeat(65)}@example.ch`,
    `a@${'b'.repeat(64)}.ch`,
    'ana@example.ch,',
    'ana;@example.ch',
    'ana@example.ch\nBcc: x@y.ch',
    'ana@example.ch\r\nRCPT TO:<x@y.ch>',
    'ana@example.ch, x@y.ch',
    'ana@example.ch;x@y.ch',
    'ana@example.ch x@y.ch',
    'ana/x@y.ch@example.ch',
  ])('spelled %j is refused', async (typed) => {
    expect(await addressFrom(typed)).toMatch(
      /^(email-invalid|email-several|hidden-characters|control-characters)$/,
    );
  });
});

describe('a telephone number', () => {
  it.each([
    '079 123 45 67',
    '0791234567',
    '079/123 45 67',
    '079.123.45.67',
    '079-123-45-67',
    '(079) 123 45 67',
    '+41791234567',
    '+41 79 123 45 67',
    '+41 (0)79 123 45 67',
    '0041 79 123 45 67',
    '41791234567',
    '791234567',
    "079'123'45'67",
    ' 079\u00a0123 45 67 ',
  ])('spelled %j is one number', async (phone) => {
    expect((await cell({ phone })).household?.persons[0]?.phone).toBe('+41791234567');
  });

  it.each([
    'keine',
    '=1+1',
    '+41 79 123',
    '0900;1',
    '079 123 45 67 / 078 123 45 67',
    '٠٧٩١٢٣٤٥٦٧',
    '+0791234567',
    '1'.repeat(40),
  ])('spelled %j is refused', async (phone) => {
    expect((await cell({ phone })).refused).toBe('phone-invalid');
  });
});
