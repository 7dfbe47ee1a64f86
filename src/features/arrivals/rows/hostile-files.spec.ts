import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { HEAD, outcomeOf, textOf } from '../../../../test/support/arriving-file.js';
import { workbookOf, workbookParts, zipOf } from '../../../../test/support/workbook.js';

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
