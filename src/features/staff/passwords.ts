import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default) with the OWASP minimum: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Compared against when the account does not exist, so that the answer takes the same time. */
const nobodysHash = hash(randomBytes(16).toString('base64url'), cost);

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** @param stored the account's hash; undefined for an unknown account costs the same time and is false */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobodysHash), password);
  return matches && stored !== undefined;
}

/** 120 random bits in letters and digits. */
export function generatedPassword(): string {
  return randomBytes(15).toString('base64url');
}
