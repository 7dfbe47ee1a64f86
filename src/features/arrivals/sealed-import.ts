import { seal, unseal } from '../../platform/secrets/sealed.js';
import type { ImportResult } from './import-result.js';

const PURPOSE = 'arrivals';

/** Rows of a preview as they are kept: addresses are among them. */
export function sealedRows(secretKey: string, rows: Uint8Array): Buffer {
  return seal(secretKey, PURPOSE, Buffer.from(rows).toString('utf8'));
}

export function readableRows(secretKey: string, sealed: Buffer): Buffer {
  return Buffer.from(unseal(secretKey, PURPOSE, sealed));
}

/** A result as it is kept: a cell that was refused may be an address after all. */
export function sealedResult(secretKey: string, result: ImportResult): ImportResult {
  return withValues(result, (value) => seal(secretKey, PURPOSE, value).toString('base64'));
}

/** Cells of an import of before a change of the secret key stay unreadable. */
export function readableResult(secretKey: string, result: ImportResult): ImportResult {
  return withValues(result, (value) => {
    try {
      return unseal(secretKey, PURPOSE, Buffer.from(value, 'base64'));
    } catch {
      return '';
    }
  });
}

function withValues(result: ImportResult, change: (value: string) => string): ImportResult {
  const errors = result.errors.map(({ value, ...error }) =>
    value === undefined ? error : { ...error, value: change(value) },
  );
  return { ...result, errors };
}
