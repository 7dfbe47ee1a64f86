import { readSheet } from 'read-excel-file/node';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { Sheet } from './sheet.js';
import { checkWorkbookZip } from './zip-limits.js';

/** Reads the first sheet of a workbook. Throws what {@link checkWorkbookZip} throws, and `arrivals-file-broken`. */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet> {
  await checkWorkbookZip(bytes);
  const data = await firstSheet(bytes);
  const rows = data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }));
  return {
    encoding: 'xlsx',
    separator: null,
    rows: rows.filter((row) => row.cells.some((cell) => cell.trim() !== '')),
  };
}

async function firstSheet(bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  try {
    return await readSheet(Buffer.from(bytes), { parseNumber: (digits) => digits });
  } catch (error) {
    throw new DomainError('arrivals-file-broken', 'invalid', { cause: String(error) });
  }
}

/** A cell as a person would have typed it; numbers keep the digits of the file. */
function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nein';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : '';
}
