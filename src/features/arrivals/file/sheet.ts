/** How the bytes of a file were understood; shown to the person who imports. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'xlsx';

/** One row as text. `line` is where a person finds it in the file; the first is 1. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file as a table of texts, headings first, rows without any content left out. */
export interface Sheet {
  readonly encoding: Encoding;
  /** What stands between the cells of a text file. */
  readonly separator: ';' | ',' | '\t' | null;
  readonly rows: readonly SheetRow[];
}

/** Most rows that are read of one file. */
export const MAX_ROWS = 50_000;
