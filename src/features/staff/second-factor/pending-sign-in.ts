import { z } from 'zod';
import { seal, unseal } from '../../../platform/secrets/sealed.js';

const PURPOSE = 'pending sign-in';
const MINUTES = 5;

const Pending = z.object({ userId: z.int(), email: z.string(), until: z.number() });

/** Whoever knew the password and still owes the code: sealed, so that the browser can carry it and not change it. */
export function pendingSignIn(secretKey: string, account: { id: number; email: string }, now: Date): string {
  const until = now.getTime() + MINUTES * 60_000;
  const text = JSON.stringify({ userId: account.id, email: account.email, until });
  return seal(secretKey, PURPOSE, text).toString('base64url');
}

/** Undefined when it is older than five minutes or not ours. */
export function readPending(
  secretKey: string,
  token: string,
  now: Date,
): { readonly userId: number; readonly email: string } | undefined {
  try {
    const { userId, email, until } = Pending.parse(
      JSON.parse(unseal(secretKey, PURPOSE, Buffer.from(token, 'base64url'))),
    );
    return until > now.getTime() ? { userId, email } : undefined;
  } catch {
    // whatever cannot be opened was not made here
    return undefined;
  }
}
