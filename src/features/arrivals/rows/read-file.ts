import type { ReadingFacts } from '../fields/field.js';
import { readSheetOf } from '../file/read-sheet.js';
import type { ArrivalsReading } from '../reading.js';
import { formHouseholds } from './form-households.js';
import { knownHeadings, readHeadings } from './headings.js';
import { readRow } from './read-row.js';
import { refuseRepeated } from './refuse-repeated.js';

/** Understands a whole file. Throws a `DomainError` `arrivals-…` when it cannot be read as a list of arrivals. */
export async function readFile(bytes: Uint8Array, facts: ReadingFacts): Promise<ArrivalsReading> {
  const sheet = await readSheetOf(bytes, knownHeadings);
  const [head, ...body] = sheet.rows;
  const columns = readHeadings(head?.cells ?? []);
  const read = body.map((row) => readRow(row, columns, facts));
  const distinct = refuseRepeated(read.flatMap(({ row }) => row ?? []));
  const formed = formHouseholds(distinct.rows, facts);
  const lines = formed.households.map((household) => `${JSON.stringify(household)}\n`);
  return {
    encoding: sheet.encoding,
    separator: sheet.separator,
    columns,
    rowCount: body.length,
    rejected: body.length - distinct.rows.length,
    errors: [...read.flatMap(({ errors }) => errors), ...distinct.errors].sort((a, b) => a.line - b.line),
    warnings: [...distinct.warnings, ...formed.warnings].sort((a, b) => a.line - b.line),
    households: new TextEncoder().encode(lines.join('')),
  };
}
