import { createHmac, timingSafeEqual } from 'node:crypto';

/** The sign that this browser once signed in to this account; it opens nothing, it only counts attempts apart. */
export function deviceMark(secretKey: string, email: string): string {
  return createHmac('sha256', secretKey)
    .update(`staff-device:${email.trim().toLowerCase()}`)
    .digest('base64url');
}

export function isKnownDevice(secretKey: string, email: string, mark: string | undefined): boolean {
  const expected = Buffer.from(deviceMark(secretKey, email));
  const given = Buffer.from(mark ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
