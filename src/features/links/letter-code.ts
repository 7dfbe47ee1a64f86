import { createHmac } from 'node:crypto';

/** Letters and digits that no hand and no eye takes for another: no 0 and O, no 1 and I (ux.md N11). */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 8;
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/**
 * The code on a letter: 40 bits that only the holder of the secret key can compute from the link's id. So few bits are
 * enough because a wrong code costs its network one of few tries (`WrongLinks`), and only people who get letters have one.
 */
export function letterCode(secretKey: string, linkId: string): string {
  const bytes = createHmac('sha256', secretKey).update(`letter ${linkId}`).digest();
  return Array.from({ length: LENGTH }, (_, index) => ALPHABET[(bytes[index] ?? 0) % ALPHABET.length]).join(
    '',
  );
}

/** What the database keeps of a code: keyed, because 40 bits could be tried out from a plain hash. */
export function codeHash(secretKey: string, code: string): Buffer {
  return createHmac('sha256', secretKey).update(`code ${code}`).digest();
}

/** A code as people type it: any case, blanks and dashes anywhere; undefined when it cannot be one. */
export function readCode(typed: unknown): string | undefined {
  if (typeof typed !== 'string' || typed.length > 40) return undefined;
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  return CODE.test(code) ? code : undefined;
}
