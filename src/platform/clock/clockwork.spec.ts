import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Clockwork } from './clockwork.js';

class Rounds extends Clockwork {
  begun = 0;
  open = 0;
  atOnce = 0;
  readonly third: Promise<void>;
  private reached: () => void = () => undefined;

  constructor(private readonly lasts: () => Promise<void>) {
    super(pino({ level: 'silent' }), { everyMs: 1, failed: 'a round failed' });
    this.third = new Promise((resolve) => (this.reached = resolve));
  }

  protected async round(): Promise<void> {
    this.begun += 1;
    this.open += 1;
    this.atOnce = Math.max(this.atOnce, this.open);
    if (this.begun === 3) this.reached();
    try {
      await this.lasts();
    } finally {
      this.open -= 1;
    }
  }
}

describe('a clockwork', () => {
  it('goes on after a round that failed, one round at a time', async () => {
    const rounds = new Rounds(() => Promise.reject(new Error('the database is away')));

    rounds.onApplicationBootstrap();
    await rounds.third;
    await rounds.onModuleDestroy();

    expect(rounds.atOnce).toBe(1);
  });

  it('waits for the round that runs when it is stopped, and begins no other', async () => {
    let end: () => void = () => undefined;
    const rounds = new Rounds(() => new Promise((resolve) => (end = resolve)));
    rounds.onApplicationBootstrap();
    while (rounds.begun === 0) await new Promise((resolve) => setImmediate(resolve));

    const stopping = rounds.onModuleDestroy();
    expect(rounds.open).toBe(1);
    end();
    await stopping;
    await new Promise((resolve) => setTimeout(resolve, 5));

    expect([rounds.open, rounds.begun]).toEqual([0, 1]);
  });
});
