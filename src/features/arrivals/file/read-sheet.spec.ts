import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { workbookOf, workbookParts, zipOf } from '../../../../test/support/workbook.js';
import { knownHeadings } from '../rows/headings.js';
import { readSheetOf } from './read-sheet.js';

const read = (bytes: Uint8Array): ReturnType<typeof readSheetOf> => readSheetOf(bytes, knownHeadings);
const HEAD = 'Nachname;Vorname;Sprache';
const TEXT = `${HEAD}\r\nMüller;Zoë;Français\r\n`;
const ROWS = [
  { line: 1, cells: ['Nachname', 'Vorname', 'Sprache'] },
  { line: 2, cells: ['Müller', 'Zoë', 'Français'] },
];

describe('a text file', () => {
  it.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8-bom', Buffer.from(`\uFEFF${TEXT}`)],
    ['windows-1252', iconv.encode(TEXT, 'windows-1252')],
    ['utf-16le', iconv.encode(TEXT, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(TEXT, 'utf-16be', { addBOM: true })],
    ['utf-16le', iconv.encode(TEXT, 'utf-16le', { addBOM: false })],
    ['utf-16be', iconv.encode(TEXT, 'utf-16be', { addBOM: false })],
  ])('is read as %s', async (encoding, bytes) => {
    expect(await read(bytes)).toEqual({ encoding, separator: ';', rows: ROWS });
  });

  it.each([';', ',', '\t'])('is read with %j between its cells', async (separator) => {
    const bytes = Buffer.from(TEXT.replaceAll(';', separator));

    expect(await read(bytes)).toMatchObject({ separator, rows: ROWS });
  });

  it('may name its separator as Excel does, and lines are counted with it', async () => {
    const sheet = await read(Buffer.from(`sep=;\n${TEXT}`));

    expect(sheet.rows.map((row) => row.line)).toEqual([2, 3]);
  });

  it('is not misled by commas inside the cells', async () => {
    const sheet = await read(Buffer.from('Nachname;Vorname, weitere;"Sprache"\na,b,c;d;e'));

    expect(sheet.rows[1]?.cells).toEqual(['a,b,c', 'd', 'e']);
  });

  it('counts lines as a person sees them', async () => {
    const sheet = await read(Buffer.from(`${HEAD}\n\na;b;"c\r\nd\r\ne"\n;;\r\nf;g;h`));

    expect(sheet.rows).toEqual([
      { line: 1, cells: ['Nachname', 'Vorname', 'Sprache'] },
      { line: 3, cells: ['a', 'b', 'c\nd\ne'] },
      { line: 7, cells: ['f', 'g', 'h'] },
    ]);
  });

  it('may have loose quotes in a cell', async () => {
    const sheet = await read(Buffer.from(`${HEAD}\nMüller "Mimi";Zoë;de`));

    expect(sheet.rows[1]?.cells[0]).toBe('Müller "Mimi"');
  });

  it('is refused with the line when a quote is never closed', async () => {
    await expect(read(Buffer.from(`${HEAD}\n"Müller;Zoë;de\nx;y;z`))).rejects.toMatchObject({
      code: 'arrivals-file-broken',
    });
  });

  it('is refused when it has too many rows', async () => {
    const bytes = Buffer.from(`${HEAD}\n${'a;b;c\n'.repeat(50_001)}`);

    await expect(read(bytes)).rejects.toMatchObject({ code: 'arrivals-too-many-rows' });
  });

  it.each([
    ['empty', Buffer.alloc(0), 'arrivals-file-empty'],
    ['blank', Buffer.from(' \n;;\n'), 'arrivals-file-empty'],
    ['binary', Buffer.from('Nachname\0\x01\x02;;;;Vorname....................'), 'arrivals-file-encoding'],
    ['no encoding at all', Buffer.from([0x41, 0x81, 0x8d, 0x42]), 'arrivals-file-encoding'],
    ['broken UTF-8 behind a mark', Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xff]), 'arrivals-file-encoding'],
    ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'arrivals-file-old-excel'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'arrivals-file-unknown'],
  ])('is refused when it is %s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });
});

describe('a workbook', () => {
  it('is read with dates, numbers and texts as a person typed them', async () => {
    const bytes = workbookOf([
      ['Nachname', 'Geburtsdatum', 'PLZ', 'Telefon', 'Bemerkung'],
      ['Müller & <Söhne>', { day: 32937 }, { number: '4133' }, { number: '41791234567' }, '=1+1'],
      [],
      ['Letzte', { day: 1 }],
    ]);

    const sheet = await read(bytes);

    expect(sheet).toMatchObject({ encoding: 'xlsx', separator: null });
    expect(sheet.rows[1]).toEqual({
      line: 2,
      cells: ['Müller & <Söhne>', '1990-03-05', '4133', '41791234567', '=1+1'],
    });
    expect(sheet.rows[2]?.line).toBe(4);
  });

  it('gives the shown value of a formula and never the formula', async () => {
    const sheet = await read(workbookOf([['Nachname'], [{ formula: 'HYPERLINK("http://evil.example")' }]]));

    expect(sheet.rows[1]?.cells).toEqual(['42']);
  });

  const parts = workbookParts([['Nachname'], ['Müller']]);
  const withPart = (name: string, content: string): Buffer => zipOf([...parts, { name, content }]);
  const replaced = (name: string, change: (content: string) => string): Buffer =>
    zipOf(parts.map((part) => (part.name === name ? { name, content: change(String(part.content)) } : part)));

  it.each([
    ['macros', withPart('xl/vbaProject.bin', 'x'), 'arrivals-file-macros'],
    [
      'a type with macros',
      replaced('[Content_Types].xml', (xml) =>
        xml.replace('/>', '><Default ContentType="x.macroEnabled.y"/></Types>'),
      ),
      'arrivals-file-macros',
    ],
    [
      'a document type',
      replaced('xl/workbook.xml', (xml) =>
        xml.replace('<workbook', '<!DOCTYPE x [<!ENTITY a "b">]><workbook'),
      ),
      'arrivals-file-unsafe',
    ],
    [
      'a part that is far larger than it looks',
      withPart('xl/bomb.xml', ' '.repeat(15_000_000)),
      'arrivals-file-unsafe',
    ],
    [
      'a part that says it is smaller than it is',
      zipOf([...parts, { name: 'xl/lie.xml', content: ' '.repeat(3_000_000), declaredSize: 10 }]),
      'arrivals-file-unsafe',
    ],
    [
      'too many parts',
      zipOf([
        ...parts,
        ...Array.from({ length: 200 }, (_, index) => ({ name: `x/${index}.xml`, content: '' })),
      ]),
      'arrivals-file-unsafe',
    ],
    [
      'nothing of a workbook',
      zipOf([{ name: 'word/document.xml', content: '<a/>' }]),
      'arrivals-file-unknown',
    ],
    ['a cut end', workbookOf([['Nachname']]).subarray(0, 400), 'arrivals-file-broken'],
    [
      'a broken sheet',
      replaced('xl/worksheets/sheet1.xml', () => '<worksheet><sheetData><row'),
      'arrivals-file-broken',
    ],
  ])('is refused when it has %s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });
});
