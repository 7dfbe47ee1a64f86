import { setTimeout as sleep } from 'node:timers/promises';
import type { Conversation, SmtpScript } from './scripted-smtp.js';

type Fault = readonly [keyof SmtpScript, string];

/** What a server does in one conversation, at which step. */
const faults: readonly Fault[] = [
  ['mail', '421 4.3.2 closing'],
  ['mail', '451 4.3.0 later'],
  ['rcpt', '450 4.7.1 greylisted'],
  ['rcpt', '450 4.7.28 unusual rate'],
  ['rcpt', '452 4.2.2 mailbox full'],
  ['rcpt', '550 5.1.1 no such user'],
  ['rcpt', '550 5.7.1 blocked'],
  ['rcpt', 'drop'],
  ['data', 'drop'],
  ['data', 'drop-after 354 go ahead'],
  ['data', 'what?'],
  ['dot', '451 4.3.0 later'],
  ['dot', '554 5.6.0 no'],
  ['dot', 'drop'],
  ['dot', 'what?'],
  ['dot', 'drop-after 250 2.0.0 taken'],
];

/** Always the same numbers for the same seed (a linear congruential generator). */
function random(seed: number): (below: number) => number {
  let state = BigInt(seed);
  return (below) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffff_ffff_ffff_ffffn;
    return Number((state >> 33n) % BigInt(below));
  };
}

/** A server of which one conversation in three goes wrong, and what it must answer for. */
export class MisbehavingServer {
  /** Whole messages whose answer got lost, by recipient. */
  readonly answersLost = new Map<string, number>();
  /** Whole messages that it did not take, by recipient. */
  readonly refusedWhole = new Map<string, number>();
  /** Recipients whom it called unknown. */
  readonly unknown = new Set<string>();
  private readonly next: (below: number) => number;
  private readonly chosen = new Map<number, Fault | undefined>();

  /** @param slowMs how long one command in fifty takes */
  constructor(
    seed: number,
    private readonly slowMs: number,
  ) {
    this.next = random(seed);
  }

  script(): SmtpScript {
    const at = (step: keyof SmtpScript) => (talk: Conversation) => this.reply(step, talk);
    return { mail: at('mail'), rcpt: at('rcpt'), data: at('data'), dot: at('dot') };
  }

  private async reply(step: keyof SmtpScript, talk: Conversation): Promise<string | undefined> {
    if (this.slowMs > 0 && this.next(50) === 0) await sleep(this.slowMs);
    if (step === 'mail') this.chosen.set(talk.connection, this.choose());
    const [where, reply] = this.chosen.get(talk.connection) ?? [];
    if (where !== step || reply === undefined) return undefined;
    this.note(step, reply, talk.recipient);
    return reply;
  }

  private choose(): Fault | undefined {
    return this.next(3) === 0 ? faults[this.next(faults.length)] : undefined;
  }

  private note(step: keyof SmtpScript, reply: string, recipient: string): void {
    if (reply.startsWith('550 5.1.1')) this.unknown.add(recipient);
    if (step !== 'dot' || reply.includes('250')) return;
    const counts = /^\d/.test(reply) ? this.refusedWhole : this.answersLost;
    counts.set(recipient, (counts.get(recipient) ?? 0) + 1);
  }
}
