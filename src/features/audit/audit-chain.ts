import { createHmac, hkdfSync } from 'node:crypto';

/** Stands before the first entry of an office. */
export const CHAIN_START = Buffer.alloc(32);

/** One line of the audit with its seal, in the order of sealing; `line` is null when the entry is gone. */
export interface SealedLine {
  /** Counts from 1 within the office. */
  readonly position: number;
  readonly entryId: string;
  readonly hash: Buffer;
  readonly line: string | null;
}

/** What is wrong, and where: an entry that was changed or removed, or a seal that is missing. */
export interface AuditFault {
  readonly kind: 'changed' | 'removed' | 'seal-missing';
  readonly position: number;
  /** null for a missing seal: nothing is left that names its entry. */
  readonly entryId: string | null;
}

/** The key of the seals: whoever can write to the database but has not this key cannot make a chain that holds. */
export function sealingKey(secretKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, '', 'audit seal', 32));
}

/** HMAC-SHA256 over the seal before, the position and the entry as text. */
export function sealOf(key: Buffer, previous: Buffer, position: number, line: string): Buffer {
  return createHmac('sha256', key).update(previous).update(`${position} ${line}`, 'utf8').digest();
}

/**
 * Checks lines that follow `previous` without a gap; each fault is named at its own position, because every seal is
 * compared with the stored one before.
 */
export function faultsOf(
  key: Buffer,
  previous: { readonly position: number; readonly hash: Buffer },
  lines: readonly SealedLine[],
): AuditFault[] {
  const faults: AuditFault[] = [];
  let before = previous;
  for (const { position, entryId, hash, line } of lines) {
    const isNext = position === before.position + 1;
    for (let missing = before.position + 1; missing < position; missing += 1) {
      faults.push({ kind: 'seal-missing', position: missing, entryId: null });
    }
    if (line === null) faults.push({ kind: 'removed', position, entryId });
    // without the seal before there is nothing to compare with; the gap itself is named
    else if (isNext && !sealOf(key, before.hash, position, line).equals(hash)) {
      faults.push({ kind: 'changed', position, entryId });
    }
    before = { position, hash };
  }
  return faults;
}
