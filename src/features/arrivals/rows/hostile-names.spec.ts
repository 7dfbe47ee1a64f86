import { describe, expect, it } from '@jest/globals';
import { cell } from '../../../../test/support/arriving-file.js';

const nameFrom = async (name: string): Promise<string | undefined> => {
  const { household, refused } = await cell({ name });
  return refused ?? household?.persons[0]?.lastName;
};

describe('a name', () => {
  it.each([
    'Müller',
    'Weiß',
    'Ñandú',
    'O’Brien',
    "D'Amico",
    'van der Berg',
    'Smith-Jones',
    'Čapek',
    'Đorđević',
    'Şahin',
    'Öztürk',
    'Nguyễn',
    'Łukasiewicz',
    'Ğüler',
    'İnce',
    'Þórsdóttir',
    'Ægir',
    'Кузнецова',
    'Шевченко',
    'Стојановић',
    'Παπαδόπουλος',
    'محمد',
    'الحسيني',
    'حسین‌زاده',
    'کریمی',
    'ישראלי',
    'ገብረየሱስ',
    'ኣስመላሽ',
    'தமிழ்ச்செல்வன்',
    'ராஜேந்திரன்',
    'श्रीवास्तव',
    'ক্ষিতীশ',
    'สมชาย',
    'ဆန်းစု',
    'ខ្មែរ',
    '王小明',
    '田中',
    '김철수',
    'გიორგი',
    'Հակոբյան',
    'ⵎⵓⵃⴰⵏⴷ',
    'ᏣᎳᎩ',
    'X',
    'Null',
    'undefined',
    'true',
    'NaN',
    'Test; drop table talks',
    "Robert'); DROP TABLE students;--",
    '<script>alert(1)</script>',
    '{{7*7}}',
    '${7*7}',
    '$t(office:title)',
    '%s%n',
    '../../etc/passwd',
    '=cmd|calc',
    '+41',
    '@SUM(1)',
    '𠮷田',
  ])('is kept as it is written: %s', async (name) => {
    expect(await nameFrom(name)).toBe(name.normalize('NFC'));
  });

  it.each([
    ['letters and marks that belong together', 'Mu\u0308ller', 'Müller'],
    ['Vietnamese in pieces', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['blanks around it', '  Muster \u00a0', 'Muster'],
    ['blanks of any kind between', 'van\u00a0der\u2003\u3000Berg', 'van der Berg'],
    ['Hangul in pieces', '\u1100\u1161', '가'],
    ['an Ångström sign', '\u212Bberg', 'Åberg'],
    ['a joiner between letters', 'حسین\u200cزاده', 'حسین\u200cزاده'],
  ])('is one text however it was typed: %s', async (_, typed, kept) => {
    expect(await nameFrom(typed)).toBe(kept);
  });

  it.each([
    ['a NUL', 'a\0b', 'arrivals-file-encoding'],
    ['a bell', 'a\u0007b', 'control-characters'],
    ['an escape', 'a\u001b[31mb', 'control-characters'],
    ['a line break', 'a\nBcc: x@y.ch', 'control-characters'],
    ['a carriage return', 'a\rb', 'control-characters'],
    ['a tabulator', 'a\tb', 'control-characters'],
    ['DEL', 'a\u007fb', 'control-characters'],
    ['a control of the upper half', 'a\u0085b', 'control-characters'],
    ['no character at all', 'a\ufdd0b', 'control-characters'],
    ['the last code point', 'a\u{10ffff}b', 'control-characters'],
    ['right to left from here', 'a\u202Etxt.exe', 'hidden-characters'],
    ['left to right from here', '\u202Da', 'hidden-characters'],
    ['an isolate', 'a\u2067b\u2069', 'hidden-characters'],
    ['a mark of direction', 'a\u200fb', 'hidden-characters'],
    ['an Arabic mark of direction', 'a\u061cb', 'hidden-characters'],
    ['a blank without width', 'a\u200bb', 'hidden-characters'],
    ['a joiner of words', 'a\u2060b', 'hidden-characters'],
    ['a mark of byte order within', 'a\ufeffb', 'hidden-characters'],
    ['a joiner at the end', 'a\u200d', 'hidden-characters'],
    ['a joiner at the beginning', '\u200ca', 'hidden-characters'],
    ['letters of tags', 'a\u{e0041}\u{e007f}', 'hidden-characters'],
    ['a heap of marks', `a${'\u0301\u0302\u0303'.repeat(5)}`, 'too-many-marks'],
    ['a thousand letters', 'a'.repeat(1000), 'too-long'],
    ['a thousand families of one sign', '👨‍👩‍👧'.repeat(1000), 'too-long'],
    ['a number of social security', 'Muster 756.9217.0769.85', 'social-security-number'],
    ['nothing but blanks', ' \u3000 ', 'missing'],
  ])('is refused with a reason: %s', async (_, typed, code) => {
    expect(await nameFrom(typed)).toBe(code);
  });
});
