import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { workbookOf, workbookParts, zipOf } from '../../../../test/support/workbook.js';
import type { ReadingFacts } from '../fields/field.js';
import type { ArrivingHousehold } from './arriving-household.js';
import { readFile } from './read-file.js';

const facts: ReadingFacts = {
  today: '2027-01-11',
  canton: 'BL',
  languages: new Map([['deutsch', 'de']]),
  letterLanguages: ['de'],
  municipalities: [{ bfsNumber: 2829, name: 'Liestal', canton: 'BL' }],
};
const HEAD = 'Nachname;Vorname;Geburtsdatum;E-Mail;Sprache;Telefon;Gemeinde;Zuzugsdatum';
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

interface Cells {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
}
const textOf = ({ name = 'Muster', email = '', phone = '' }: Cells): string =>
  `${HEAD}\n${[name, 'Ana', '01.02.1990', email, 'Deutsch', phone, 'Liestal', '01.12.2026'].map(quoted).join(';')}\n`;

/** What a file with one row leads to: the household as it is saved, or why the row or the file is refused. */
async function outcomeOf(bytes: Uint8Array): Promise<{ household?: ArrivingHousehold; refused?: string }> {
  try {
    const { households, errors } = await readFile(bytes, facts);
    const [line] = new TextDecoder().decode(households).split('\n');
    return errors[0]
      ? { refused: errors[0].code }
      : { household: JSON.parse(line ?? '') as ArrivingHousehold };
  } catch (error) {
    return { refused: (error as { code: string }).code };
  }
}

const cell = async (cells: Cells): ReturnType<typeof outcomeOf> => outcomeOf(Buffer.from(textOf(cells)));
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

const bomb = (bytes: number): Buffer => Buffer.alloc(bytes, ' ');
const LAUGHS = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>`;
/** The parts of a right workbook, one of them replaced or added. */
const workbookWith = (name: string, content: string | Uint8Array, declaredSize?: number): Buffer => {
  const parts = workbookParts([HEAD.split(';')]).filter((part) => part.name !== name);
  return zipOf([...parts, { name, content, ...(declaredSize === undefined ? {} : { declaredSize }) }]);
};

describe('a file', () => {
  const MEANT = 'Zoë Müller';
  const text = textOf({ name: MEANT });

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-8 in pieces', Buffer.from(text.normalize('NFD'))],
    ['UTF-16 of Windows', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16 of old Macs', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['UTF-16 without a mark', iconv.encode(text, 'utf-16le', { addBOM: false })],
    ['Latin-1', iconv.encode(text, 'latin1')],
    ['Windows-1252', iconv.encode(text, 'windows-1252')],
    ['lines of Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['lines of old Macs', Buffer.from(text.replaceAll('\n', '\r'))],
    ['a separator that is named', Buffer.from(`sep=;\n${text}`)],
  ])('in %s says what a person meant', async (_, bytes) => {
    expect((await outcomeOf(bytes)).household?.persons[0]?.lastName).toBe(MEANT);
  });

  it('keeps a formula of a workbook as nothing more than its shown value', async () => {
    const row = [
      { formula: 'HYPERLINK("http://evil.example")' },
      'Ana',
      '01.02.1990',
      '',
      'Deutsch',
      '',
      'Liestal',
      '01.12.2026',
    ];

    expect((await outcomeOf(workbookOf([HEAD.split(';'), row]))).household?.persons[0]?.lastName).toBe('42');
  });

  it.each<readonly [string, Uint8Array, string]>([
    ['of nothing', Buffer.from(''), 'empty'],
    ['of NULs', Buffer.alloc(5000), 'encoding'],
    ['that is a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'unknown'],
    ['that is a PDF', Buffer.from('%PDF-1.7'), 'unknown'],
    ['that is an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-excel'],
    ['that is any other zip', zipOf([{ name: 'x.txt', content: 'x' }]), 'unknown'],
    ['that was cut off', workbookOf([HEAD.split(';')]).subarray(0, 300), 'broken'],
    ['with a part of 30 MB', workbookWith('xl/a.xml', bomb(30_000_000)), 'unsafe'],
    [
      'with four parts of 19 MB',
      zipOf([1, 2, 3, 4].map((part) => ({ name: `xl/${part}.xml`, content: bomb(19_000_000) }))),
      'unsafe',
    ],
    ['with a part that says it is small', workbookWith('xl/a.xml', bomb(5_000_000), 10), 'unsafe'],
    [
      'with a thousand parts',
      zipOf(Array.from({ length: 1000 }, (_, part) => ({ name: `xl/${part}.xml`, content: '' }))),
      'unsafe',
    ],
    ['with a billion laughs', workbookWith('xl/sharedStrings.xml', LAUGHS), 'unsafe'],
    [
      'with a billion laughs in UTF-16',
      workbookWith('xl/sharedStrings.xml', iconv.encode(LAUGHS, 'utf-16le', { addBOM: true })),
      'unsafe',
    ],
    [
      'with an entity from outside',
      workbookWith('xl/styles.xml', LAUGHS.replace('"ha"', 'SYSTEM "file:///etc/passwd"')),
      'unsafe',
    ],
    ['with macros', workbookWith('xl/vbaProject.bin', 'x'), 'macros'],
    [
      'with a cell at the end of the world',
      workbookOf([HEAD.split(';')], '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
      'unsafe',
    ],
    ['with a bomb for XML', workbookWith('xl/workbook.xml', deflateRawSync(bomb(1000))), 'broken'],
  ])('%s is refused', async (_, bytes, code) => {
    expect((await outcomeOf(bytes)).refused).toBe(`arrivals-file-${code}`);
  });
});
