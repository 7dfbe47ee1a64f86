import type { MailAnswer } from '../../platform/mail/outgoing-mail.js';
import type { NoticeReason } from './notice-reasons.js';
import { isAddressStatus, isFullMailboxStatus } from './refusal-status.js';

/** What the notice's row becomes after one attempt. */
export interface DeliveryDecision {
  readonly state: 'sent' | 'planned' | 'unknown' | 'bounced' | 'failed';
  readonly reason: NoticeReason | null;
  /** When to look at it again: the next try, or the one repetition of an unknown end. */
  readonly dueAt: Date | null;
  /** The mail server itself is in trouble: going on now would only use up attempts. */
  readonly pauseSending: boolean;
}

/** One attempt, counted from 1; both instants are in the product's time. */
export interface Attempt {
  readonly number: number;
  readonly now: Date;
  readonly expiresAt: Date;
}

const MINUTE_MS = 60_000;
/** Short tries first for greylisting, then ever longer ones; the last repeats until the notice expires. */
const RETRY_MINUTES = [1, 5, 15, 30, 60, 120, 240] as const;
const FULL_MAILBOX_RETRY_MINUTES = 24 * 60;
const FULL_MAILBOX_ATTEMPTS = 3;
const UNWRITABLE_ATTEMPTS = 3;
const SERVICE_CLOSING = 421;
/** An end that nobody saw is repeated once, with the same Message-ID, when the server had time to answer. */
export const UNKNOWN_REPEAT_MINUTES = 15;

/** Turns the server's answer into the next state of the notice (RFC 5321 4.2, RFC 3463). */
export function decideDelivery(answer: MailAnswer, attempt: Attempt): DeliveryDecision {
  switch (answer.kind) {
    case 'accepted':
      return decided('sent', null);
    case 'no-answer':
      return answer.stage === 'message'
        ? { ...decided('unknown', 'no-answer'), dueAt: later(attempt, UNKNOWN_REPEAT_MINUTES) }
        : { ...retry(attempt, 'mail-server-away'), pauseSending: answer.stage === 'connection' };
    case 'refused':
      return decideRefusal(answer, attempt);
  }
}

/** A notice that could not be written: a passing fault of ours at first, something staff must see in the end. */
export function decideUnwritable(attempt: Attempt): DeliveryDecision {
  return attempt.number >= UNWRITABLE_ATTEMPTS
    ? decided('failed', 'cannot-write')
    : retry(attempt, 'cannot-write');
}

type Refusal = Extract<MailAnswer, { kind: 'refused' }>;

function decideRefusal(answer: Refusal, attempt: Attempt): DeliveryDecision {
  if (isAboutUs(answer)) return { ...retry(attempt, 'mail-server-refuses'), pauseSending: true };
  const status = enhancedStatus(answer.reply);
  if (status !== undefined && isFullMailboxStatus(status)) return decideFullMailbox(attempt);
  if (answer.code === SERVICE_CLOSING) return { ...retry(attempt, 'try-again'), pauseSending: true };
  if (answer.code < 500) return retry(attempt, 'try-again');
  if (isAddressFault(answer.code, status)) return decided('bounced', 'address-unknown');
  return decided('failed', 'refused-by-policy');
}

/** Before the recipient was named the answer cannot be about them; a wrong login or sender is repaired by the office. */
function isAboutUs({ stage, code }: Refusal): boolean {
  return stage === 'connection' || (stage === 'sender' && code >= 500);
}

function decideFullMailbox(attempt: Attempt): DeliveryDecision {
  return attempt.number >= FULL_MAILBOX_ATTEMPTS
    ? decided('bounced', 'mailbox-full')
    : retry(attempt, 'mailbox-full', FULL_MAILBOX_RETRY_MINUTES);
}

function retry(
  attempt: Attempt,
  reason: NoticeReason,
  minutes: number = RETRY_MINUTES[attempt.number - 1] ?? RETRY_MINUTES[6],
): DeliveryDecision {
  const dueAt = later(attempt, minutes);
  if (dueAt >= attempt.expiresAt) return decided('failed', reason);
  return { ...decided('planned', reason), dueAt };
}

function decided(state: DeliveryDecision['state'], reason: NoticeReason | null): DeliveryDecision {
  return { state, reason, dueAt: null, pauseSending: false };
}

const later = (attempt: Attempt, minutes: number): Date =>
  new Date(attempt.now.getTime() + minutes * MINUTE_MS);

/** `5.1.1` of `550 5.1.1 no such user`. */
function enhancedStatus(reply: string): string | undefined {
  return /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(reply)?.[1];
}

/** The address does not exist or cannot be written to from here; without a status only the clear codes count. */
function isAddressFault(code: number, status: string | undefined): boolean {
  if (status !== undefined) return isAddressStatus(status);
  return code === 550 || code === 551 || code === 553;
}
