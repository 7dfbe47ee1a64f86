import type { MailAnswer } from '../../../platform/mail/outgoing-mail.js';

/**
 * How fast mails may go to one domain, or through our own mail server. `stopped`: only probes leave until one of them
 * goes well. Without a limit nothing is held back.
 */
export interface MailLimit {
  readonly state: 'paced' | 'stopped';
  readonly perMinute: number;
  /** When the pace was last changed; it recovers from there. */
  readonly changedAt: Date;
}

/** What one answer says about the way it came: `none` leaves the limit as it is. */
export type MailSignal = 'went-well' | 'slow-down' | 'stop' | 'none';

/** One probe each 30 s, however bad things are. */
export const SLOWEST_PER_MINUTE = 2;
/** The pace after the first request to slow down. */
const FIRST_PER_MINUTE = 60;
/** A pace that has recovered so far is no limit any more. */
const FREE_PER_MINUTE = 240;
const RECOVERY_MS = 60_000;

/** The limit after an answer: halved when asked, doubled after each good minute, lifted when all is well again. */
export function limitAfter(
  limit: MailLimit | undefined,
  signal: MailSignal,
  now: Date,
): MailLimit | undefined {
  switch (signal) {
    case 'none':
      return limit;
    case 'stop':
      return { state: 'stopped', perMinute: SLOWEST_PER_MINUTE, changedAt: now };
    case 'slow-down':
      return slower(limit, now);
    case 'went-well':
      return limit && recovered(limit, now);
  }
}

function slower(limit: MailLimit | undefined, now: Date): MailLimit {
  const perMinute = limit ? Math.max(SLOWEST_PER_MINUTE, limit.perMinute / 2) : FIRST_PER_MINUTE;
  return { state: limit?.state ?? 'paced', perMinute, changedAt: now };
}

function recovered(limit: MailLimit, now: Date): MailLimit | undefined {
  if (limit.state === 'stopped') return undefined;
  if (now.getTime() - limit.changedAt.getTime() < RECOVERY_MS) return limit;
  const perMinute = limit.perMinute * 2;
  return perMinute >= FREE_PER_MINUTE ? undefined : { ...limit, perMinute, changedAt: now };
}

/** What an answer says about the recipient's domain: only what comes after the recipient was named is about it. */
export function domainSignal(answer: MailAnswer): MailSignal {
  if (answer.kind === 'accepted') return 'went-well';
  if (answer.stage === 'connection' || answer.stage === 'sender') return 'none';
  // an end that nobody saw is about the line; a server that falls silent over one recipient has trouble with them
  if (answer.kind === 'no-answer') return answer.stage === 'message' ? 'none' : 'stop';
  if (asksForTime(answer.reply)) return 'none';
  return isAboutRate(answer) || isPolicy(answer) ? 'slow-down' : 'none';
}

/** What an answer says about our own mail server. */
export function serverSignal(answer: MailAnswer, isServerInTrouble: boolean): MailSignal {
  if (isServerInTrouble) return 'stop';
  if (answer.kind === 'no-answer') return 'none';
  if (answer.kind === 'refused' && isPolicy(answer)) return 'slow-down';
  return 'went-well';
}

type Refusal = Extract<MailAnswer, { kind: 'refused' }>;

/** Greylisting asks for a second try, not for fewer mails. */
const asksForTime = (reply: string): boolean => /gr[ea]y-?\s?list/i.test(reply);

/** 4.3.2 not accepting now, 4.4.5 congestion, 4.7.28 and 4.7.650 unusual rate (Google, Microsoft); else its words. */
function isAboutRate({ code, reply }: Refusal): boolean {
  if (code >= 500) return false;
  if (code === 421 || /\b4\.(3\.2|4\.5|7\.28|7\.650)\b/.test(reply)) return true;
  return /too (many|fast|much)|rate|throttl|unusual|slow down|quota exceeded for sending/i.test(reply);
}

/** Refused for what we are or send (5.7.x), not for whom we write to. */
const isPolicy = ({ code, reply }: Refusal): boolean => code >= 500 && /\b5\.7\.\d+\b/.test(reply);
