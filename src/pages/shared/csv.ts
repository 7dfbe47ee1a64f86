/** First characters that a spreadsheet takes for a formula, full-width forms included. */
const FORMULA_START = /^[=+\-@\t\r\0＝＋－＠]/;

/** A table for spreadsheets: UTF-8 with mark, `;` between cells, every cell quoted, no formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  const literal = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return `"${literal.replaceAll('"', '""')}"`;
}
