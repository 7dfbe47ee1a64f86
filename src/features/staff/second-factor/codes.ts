import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { generateSecret, generateSync, generateURI } from 'otplib';

/** RFC 6238: a code is good for half a minute. */
const STEP_SECONDS = 30;
/** Clocks of phones may be one step off. */
const STEPS = [0, -1, 1];
/** No 0 and O, no 1, I and L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const RECOVERY_LENGTH = 10;
const RECOVERY_CODES = 10;

/** A new secret for an authenticator app, in base32. */
export function newSecret(): string {
  return generateSecret();
}

/** What the app reads from the picture. */
export function secretAddress(secret: string, email: string): string {
  return generateURI({ issuer: 'Welcome Talks', label: email, secret });
}

/** The step of time that a six-digit code belongs to; undefined for a wrong one. */
export function stepOfCode(secret: string, typed: string, now: Date): number | undefined {
  const code = typed.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(code)) return undefined;
  const present = Math.floor(now.getTime() / 1000 / STEP_SECONDS);
  return STEPS.map((away) => present + away).find((step) =>
    timingSafeEqual(Buffer.from(code), Buffer.from(generateSync({ secret, epoch: step * STEP_SECONDS }))),
  );
}

/** Ten codes of fifty bits for a lost phone, `XXXXX-XXXXX`. */
export function newRecoveryCodes(): string[] {
  const character = (): string => ALPHABET[randomInt(ALPHABET.length)] ?? '';
  return Array.from({ length: RECOVERY_CODES }, () => {
    const code = Array.from({ length: RECOVERY_LENGTH }, character).join('');
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
}

/** What the database keeps of a recovery code, however it is typed; keyed, because fifty bits could be tried out. */
export function recoveryHash(secretKey: string, userId: number, typed: string): Buffer {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  return createHmac('sha256', secretKey).update(`recovery ${userId} ${code}`).digest();
}
