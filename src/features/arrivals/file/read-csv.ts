import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { decodeText } from './decode-text.js';
import { MAX_ROWS, type Sheet, type SheetRow } from './sheet.js';

const SEPARATORS = [';', ',', '\t'] as const;
const MAX_ROW_CHARACTERS = 100_000;
/** Excel's own first line that names the separator. */
const NAMED_SEPARATOR = /^sep=([;,\t])\n/i;

interface ReadRecord {
  readonly record: string[];
  readonly info: InfoRecord;
}

/**
 * Reads a text file as a table. Throws `arrivals-file-encoding`, `arrivals-file-broken` (with the line) and
 * `arrivals-too-many-rows`.
 * @param known how many headings of a row are known; the separator that shows most of them is taken
 */
export function readCsv(bytes: Uint8Array, known: (cells: readonly string[]) => number): Sheet {
  const { text, encoding } = decodeText(bytes);
  // the parser counts a line end of two characters inside a cell as two lines
  const lines = text.replaceAll(/\r\n?/g, '\n');
  const named = NAMED_SEPARATOR.exec(lines);
  const body = named ? lines.slice(named[0].length) : lines;
  const separator = SEPARATORS.find((each) => each === named?.[1]) ?? detectSeparator(body, known);
  const skipped = named ? 1 : 0;
  const rows = parseRecords(body, separator).map(({ record, info }) => rowOf(record, info.lines + skipped));
  return { encoding, separator, rows: rows.filter((row) => row.cells.some((cell) => cell.trim() !== '')) };
}

function detectSeparator(text: string, known: (cells: readonly string[]) => number): ';' | ',' | '\t' {
  const head = /^\s*([^\n]*)/.exec(text)?.[1] ?? '';
  const found = SEPARATORS.map((separator) => {
    const cells = head.split(separator).map((cell) => cell.replaceAll('"', ''));
    return { separator, score: known(cells) + cells.length / 1000 };
  });
  return found.sort((a, b) => b.score - a.score)[0]?.separator ?? ';';
}

function parseRecords(text: string, separator: string): ReadRecord[] {
  try {
    return parse(text, {
      delimiter: separator,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_ROW_CHARACTERS,
      to: MAX_ROWS + 2,
    }) as unknown as ReadRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DomainError('arrivals-file-broken', 'invalid', { line: Number(error['lines'] ?? 0) });
  }
}

/** The parser counts up to the end of a record; a person looks where it begins. */
function rowOf(cells: readonly string[], lastLine: number): SheetRow {
  const breaks = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return { line: lastLine - breaks, cells };
}
