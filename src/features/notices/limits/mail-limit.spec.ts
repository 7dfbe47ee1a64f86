import { describe, expect, it } from '@jest/globals';
import type { MailAnswer } from '../../../platform/mail/outgoing-mail.js';
import { domainSignal, limitAfter, type MailLimit, serverSignal } from './mail-limit.js';

const NOW = new Date('2027-01-11T08:00:00Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

const refused = (reply: string, stage: 'connection' | 'sender' | 'recipient' | 'message' = 'recipient') =>
  ({ kind: 'refused', code: Number(reply.slice(0, 3)), reply, stage }) as const;
const accepted: MailAnswer = { kind: 'accepted', code: 250, reply: '250 ok' };
const silence = (stage: 'connection' | 'recipient' | 'text' | 'message') =>
  ({ kind: 'no-answer', cause: 'ETIMEDOUT', stage }) as const;

describe('the limit of a domain', () => {
  it('is halved by each request to slow down, down to a probe each 30 s', () => {
    let limit: MailLimit | undefined;
    const paces = Array.from({ length: 7 }, () => {
      limit = limitAfter(limit, 'slow-down', NOW);
      return limit?.perMinute;
    });

    expect(paces).toEqual([60, 30, 15, 7.5, 3.75, 2, 2]);
  });

  it('doubles after each good minute, and is lifted in the end', () => {
    let limit = limitAfter(undefined, 'slow-down', NOW);
    limit = limitAfter(limit, 'went-well', later(59));
    expect(limit).toMatchObject({ perMinute: 60, changedAt: NOW });
    limit = limitAfter(limit, 'went-well', later(60));
    expect(limit).toMatchObject({ perMinute: 120, changedAt: later(60) });
    limit = limitAfter(limit, 'went-well', later(119));
    expect(limit).toMatchObject({ perMinute: 120 });

    expect(limitAfter(limit, 'went-well', later(120))).toBeUndefined();
  });

  it('is a stop with probes, lifted by the first that goes well', () => {
    const stopped = limitAfter(undefined, 'stop', NOW);

    expect(stopped).toMatchObject({ state: 'stopped', perMinute: 2 });
    expect(limitAfter(stopped, 'none', later(1))).toBe(stopped);
    expect(limitAfter(stopped, 'slow-down', later(1))).toMatchObject({ state: 'stopped', perMinute: 2 });
    expect(limitAfter(stopped, 'went-well', later(1))).toBeUndefined();
  });

  it('does not appear while all goes well', () => {
    expect(limitAfter(undefined, 'went-well', NOW)).toBeUndefined();
    expect(limitAfter(undefined, 'none', NOW)).toBeUndefined();
  });
});

describe('what an answer says', () => {
  it.each<[string, MailAnswer, string]>([
    ['accepted', accepted, 'went-well'],
    ['421 over a recipient', refused('421 4.7.0 unusual rate of mail'), 'slow-down'],
    ['450 with the code of a rate', refused('450 4.7.28 see help'), 'slow-down'],
    ['451 in words', refused('451 too many messages, try later'), 'slow-down'],
    ['450 greylisted', refused('450 4.7.1 Greylisted, too many new senders'), 'none'],
    ['452 mailbox full', refused('452 4.2.2 mailbox full'), 'none'],
    ['550 no such user', refused('550 5.1.1 no such user'), 'none'],
    ['550 policy', refused('550 5.7.1 blocked'), 'slow-down'],
    ['421 at the greeting', refused('421 4.3.2 too busy', 'connection'), 'none'],
    ['silence over a recipient', silence('recipient'), 'stop'],
    ['silence in the text', silence('text'), 'stop'],
    ['silence after the message', silence('message'), 'none'],
    ['no connection', silence('connection'), 'none'],
  ])('of the domain: %s', (_name, answer, signal) => {
    expect(domainSignal(answer)).toBe(signal);
  });

  it.each<[string, MailAnswer, boolean, string]>([
    ['accepted', accepted, false, 'went-well'],
    ['no connection', silence('connection'), true, 'stop'],
    ['550 no such user', refused('550 5.1.1 no such user'), false, 'went-well'],
    ['550 policy', refused('550 5.7.1 blocked'), false, 'slow-down'],
    ['silence over a recipient', silence('recipient'), false, 'none'],
  ])('of our mail server: %s', (_name, answer, inTrouble, signal) => {
    expect(serverSignal(answer, inTrouble)).toBe(signal);
  });
});
