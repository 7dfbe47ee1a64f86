import { createHash, createHmac } from 'node:crypto';

/** What a token looks like: 256 bits in base64url. */
export const TOKEN = /^[\w-]{43}$/;

/**
 * The token of a link: 256 bits that only the holder of the secret key can compute from the link's id. Nothing but
 * its SHA-256 is stored, and a mail that is sent again carries the same token without anyone having kept it.
 */
export function linkToken(secretKey: string, linkId: string): string {
  return createHmac('sha256', secretKey).update(`link ${linkId}`).digest('base64url');
}

/** What the database keeps of a token. A plain hash is enough for 256 random bits (ASVS 6.5.2). */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
