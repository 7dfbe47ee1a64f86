import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

describe('a table for spreadsheets', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '\0=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example")',
    '"=1"',
    '=1";"=2',
    '=1\n=2',
    '=1\r\n=2',
    ';=1',
    ',=1',
    'a;b',
    'a"b',
    'a\nb',
    'Ana',
  ])('holds %j as text of one cell', (text) => {
    const table = csvOf([[text, 'next']]);
    const cell = /^\uFEFF"((?:[^"]|"")*)";"next"\r\n$/.exec(table)?.[1]?.replaceAll('""', '"');

    expect(cell?.replace(/^'(?=[=+\-@\t\r\0＝＋－＠])/, '')).toBe(text);
    expect(cell).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/);
  });
});
