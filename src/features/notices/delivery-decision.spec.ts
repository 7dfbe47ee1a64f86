import { describe, expect, it } from '@jest/globals';
import type { SmtpStage } from '../../platform/mail/outgoing-mail.js';
import { decideDelivery, type Attempt } from './delivery-decision.js';

const now = new Date('2027-01-11T08:00:00Z');
const attempt = (overrides: Partial<Attempt> = {}): Attempt => ({
  number: 1,
  now,
  expiresAt: new Date('2027-01-16T08:00:00Z'),
  ...overrides,
});
const refused = (reply: string, stage: SmtpStage = 'recipient') =>
  ({ kind: 'refused', code: Number(reply.slice(0, 3)), reply, stage }) as const;
const minutesLater = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

describe('what becomes of a notice after an attempt', () => {
  it('is sent when the server took it', () => {
    expect(decideDelivery({ kind: 'accepted', code: 250, reply: '250 OK' }, attempt())).toEqual({
      state: 'sent',
      reason: null,
      dueAt: null,
      pauseSending: false,
    });
  });

  it.each([
    ['421 4.3.2 closing', 'planned', 'try-again'],
    ['450 4.2.0 greylisted', 'planned', 'try-again'],
    ['451 4.7.0 later', 'planned', 'try-again'],
    ['452 4.2.2 over quota', 'planned', 'mailbox-full'],
    ['550 5.1.1 no such user', 'bounced', 'address-unknown'],
    ['550 5.1.10 null MX', 'bounced', 'address-unknown'],
    ['553 5.1.2 bad domain', 'bounced', 'address-unknown'],
    ['550 no such user', 'bounced', 'address-unknown'],
    ['552 5.2.2 mailbox full', 'planned', 'mailbox-full'],
    ['550 5.2.1 mailbox disabled', 'bounced', 'address-unknown'],
    ['550 5.1.8 bad sender', 'failed', 'refused-by-policy'],
    ['550 5.6.7 needs SMTPUTF8', 'bounced', 'address-unknown'],
    ['550 5.7.1 looks like spam', 'failed', 'refused-by-policy'],
    ['554 5.4.6 loop', 'failed', 'refused-by-policy'],
    ['554 5.3.4 too big', 'failed', 'refused-by-policy'],
    ['554 no', 'failed', 'refused-by-policy'],
  ])('after «%s» is %s (%s)', (reply, state, reason) => {
    expect(decideDelivery(refused(reply), attempt())).toMatchObject({ state, reason });
  });

  it('is tried again ever later until it expires', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 8].map(
      (number) => decideDelivery(refused('451 later'), attempt({ number })).dueAt,
    );

    expect(delays).toEqual([1, 5, 15, 30, 60, 120, 240, 240].map(minutesLater));
  });

  it('fails when the next try would come too late', () => {
    const late = attempt({ number: 3, expiresAt: minutesLater(15) });

    expect(decideDelivery(refused('451 4.3.0 later'), late)).toMatchObject({ state: 'failed', dueAt: null });
  });

  it('gives a full mailbox three days', () => {
    const full = refused('552 5.2.2 full');

    expect(decideDelivery(full, attempt()).dueAt).toEqual(minutesLater(24 * 60));
    expect(decideDelivery(full, attempt({ number: 3 }))).toMatchObject({
      state: 'bounced',
      reason: 'mailbox-full',
    });
  });

  it('is unknown, and repeated once, when the answer to the message was lost', () => {
    const lost = { kind: 'no-answer', cause: 'ECONNECTION', stage: 'message' } as const;

    expect(decideDelivery(lost, attempt())).toMatchObject({ state: 'unknown', dueAt: minutesLater(15) });
  });

  it.each(['connection', 'sender', 'recipient', 'text'] as const)(
    'is tried again when the %s broke before the final dot',
    (stage) => {
      const broken = { kind: 'no-answer', cause: 'ETIMEDOUT', stage } as const;

      expect(decideDelivery(broken, attempt())).toMatchObject({
        state: 'planned',
        reason: 'mail-server-away',
        pauseSending: stage === 'connection',
      });
    },
  );

  it('never blames a person for what the server says before the recipient was named', () => {
    expect(decideDelivery(refused('550 sender not allowed', 'sender'), attempt())).toMatchObject({
      state: 'planned',
      reason: 'mail-server-refuses',
      pauseSending: true,
    });
    expect(decideDelivery(refused('554 5.7.1 go away', 'connection'), attempt())).toMatchObject({
      state: 'planned',
      reason: 'mail-server-refuses',
      pauseSending: true,
    });
    expect(decideDelivery(refused('535 5.7.8 wrong password', 'connection'), attempt())).toMatchObject({
      state: 'planned',
      pauseSending: true,
    });
  });
});
