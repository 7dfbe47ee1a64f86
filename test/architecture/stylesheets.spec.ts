import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** Declarations that know left from right; in Arabic they land on the wrong side. */
const PHYSICAL = [
  /(?:^|[\s;{])(?:left|right)\s*:/,
  /(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)/,
  /border-(?:top|bottom)-(?:left|right)-radius/,
  /(?:text-align|float|clear)\s*:\s*(?:left|right)\b/,
];

/** `padding: 1px 2px 1px 3px` sets left and right apart. */
const UNEVEN = /(?:margin|padding|border-width|inset)\s*:\s*(\S+)\s+(\S+)\s+(\S+)\s+(\S+?)\s*;/;

function faultsIn(css: string): string[] {
  // what stands in a function is one value
  const lines = css.replaceAll(/\/\*[^]*?\*\/|\((?:[^()]|\([^()]*\))*\)/g, '').split('\n');
  return lines.filter((line) => {
    const [, , end, , start] = UNEVEN.exec(line) ?? [];
    return end !== start || PHYSICAL.some((pattern) => pattern.test(line));
  });
}

describe('the style sheets', () => {
  it.each([
    'a { margin-left: 1rem; }',
    'a { padding: 0 1px 0 2px; }',
    'a { text-align: right; }',
    'a {\n  left: 0;\n}',
    'a { border-top-left-radius: 2px; }',
  ])('would be caught at %j', (css) => {
    expect(faultsIn(css)).toHaveLength(1);
  });

  it.each(['a { padding: 0 1px 2px 1px; }', 'a { margin-inline-start: 1rem; }', '/* left: 0; */'])(
    'may say %j',
    (css) => {
      expect(faultsIn(css)).toEqual([]);
    },
  );

  const files = readdirSync('assets', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );

  it.each(files)('of %s know no left and no right', (file) => {
    expect(faultsIn(readFileSync(`assets/${file}`, 'utf8'))).toEqual([]);
  });
});
