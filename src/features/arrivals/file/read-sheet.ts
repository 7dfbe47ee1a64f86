import { DomainError } from '../../../platform/errors/domain-error.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { MAX_ROWS, type Sheet } from './sheet.js';

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
const isOldExcel = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
/** PDF, PNG, JPEG, GIF, gzip: what people choose by mistake. */
const isOther = (bytes: Uint8Array): boolean =>
  [
    [0x25, 0x50, 0x44, 0x46],
    [0x89, 0x50, 0x4e],
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46],
    [0x1f, 0x8b],
  ].some((start) => startsWith(bytes, ...start));

/** Reads a file by its content, whatever it is called. Throws `arrivals-file-…` and `arrivals-too-many-rows`. */
export async function readSheetOf(
  bytes: Uint8Array,
  known: (cells: readonly string[]) => number,
): Promise<Sheet> {
  if (bytes.length === 0) throw new DomainError('arrivals-file-empty', 'invalid');
  if (isOldExcel(bytes)) throw new DomainError('arrivals-file-old-excel', 'invalid');
  if (isOther(bytes)) throw new DomainError('arrivals-file-unknown', 'invalid');
  const sheet = isZip(bytes) ? await readXlsx(bytes) : readCsv(bytes, known);
  if (sheet.rows.length === 0) throw new DomainError('arrivals-file-empty', 'invalid');
  if (sheet.rows.length > MAX_ROWS + 1) {
    throw new DomainError('arrivals-too-many-rows', 'invalid', { limit: MAX_ROWS });
  }
  return sheet;
}
