import { createHash } from 'node:crypto';
import { z } from 'zod';
import { seal, unseal } from '../../../platform/secrets/sealed.js';

const PURPOSE = 'challenge of a passkey';
const MINUTES = 5;

const Carried = z.object({ challenge: z.string(), userId: z.int().nullable(), until: z.number() });

/** A challenge that the browser carries until it is answered. @param userId who enrols; null for signing in */
export function carriedChallenge(
  secretKey: string,
  challenge: string,
  userId: number | null,
  now: Date,
): string {
  const until = now.getTime() + MINUTES * 60_000;
  return seal(secretKey, PURPOSE, JSON.stringify({ challenge, userId, until })).toString('base64url');
}

/** The challenge; undefined when it is older than five minutes, not ours, or somebody else's. */
export function readChallenge(
  secretKey: string,
  carried: string,
  userId: number | null,
  now: Date,
): string | undefined {
  try {
    const known = Carried.parse(JSON.parse(unseal(secretKey, PURPOSE, Buffer.from(carried, 'base64url'))));
    return known.until > now.getTime() && known.userId === userId ? known.challenge : undefined;
  } catch {
    // whatever cannot be opened was not made here
    return undefined;
  }
}

/** What is kept of an answered challenge. */
export function challengeHash(challenge: string): Buffer {
  return createHash('sha256').update(challenge).digest();
}
