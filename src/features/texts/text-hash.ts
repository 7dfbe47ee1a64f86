import { createHash } from 'node:crypto';

/** Tells one wording from another: 64 bits of SHA-256 over the composed text. */
export function textHash(text: string): string {
  return createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, 16);
}
