import { CsvError, parse } from 'csv-parse/sync';
import { SHEET_COLUMNS } from './translation-sheet.js';

/** A translation as it stands in a sheet; rows without one are left out. */
export interface SheetRow {
  /** Counted from 1, the heading included. */
  readonly line: number;
  readonly key: string;
  readonly translation: string;
}

/** Why a sheet cannot be used: where, what, and what to do. */
export interface SheetFault {
  readonly line: number;
  readonly message: string;
}

interface Parsed {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/** Reads what {@link writeSheet} wrote and a translator filled in, with `;` or `,` between cells. */
export function readSheet(content: string): { readonly rows: SheetRow[]; readonly faults: SheetFault[] } {
  const [heading = ''] = content.split(/\r?\n/, 1);
  const missing = ['key', 'translation'].filter((column) => !heading.includes(column));
  if (missing.length > 0) {
    const message = `has no column «${missing.join('», «')}»: keep the heading ${SHEET_COLUMNS.join(', ')}`;
    return { rows: [], faults: [{ line: 1, message }] };
  }
  try {
    const parsed = parse(content, {
      bom: true,
      columns: true,
      delimiter: heading.includes(';') ? ';' : ',',
      info: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[];
    return usable(parsed);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? 1);
    return {
      rows: [],
      faults: [{ line, message: `cannot be read as CSV (${error.message}): export it again` }],
    };
  }
}

function usable(parsed: readonly Parsed[]): { rows: SheetRow[]; faults: SheetFault[] } {
  const rows = parsed
    .map(({ record, info }) => ({
      line: info.lines,
      key: (record['key'] ?? '').trim(),
      translation: (record['translation'] ?? '').normalize('NFC').trim(),
    }))
    .filter(({ key, translation }) => key !== '' && translation !== '');
  const seen = new Map<string, number>();
  const faults = rows.flatMap(({ line, key }) => {
    const before = seen.get(key);
    seen.set(key, before ?? line);
    return before === undefined
      ? []
      : [
          {
            line,
            message: `has ${key} for the second time (first in line ${before}): delete one of the two`,
          },
        ];
  });
  return { rows, faults };
}
