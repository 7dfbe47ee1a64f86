import { LANES } from '../../../platform/mail/mail-lanes.js';

/** Two lanes are left for everybody else, however slow the servers of one domain are. */
const LANES_PER_DOMAIN = LANES - 2;

/** Which domains the lanes of this process are writing to. */
export class DomainLanes {
  private readonly inUse = new Map<string, number>();
  private turn: Promise<unknown> = Promise.resolve();

  /**
   * Asks for the next work, one question at a time, and counts it under its domain.
   * @param ask is told the domains that have all the lanes they may have
   */
  take<T>(
    ask: (full: readonly string[]) => Promise<T>,
    domainOf: (work: T) => string | undefined,
  ): Promise<T> {
    const answer = this.turn.then(async () => {
      const full = [...this.inUse].filter(([, lanes]) => lanes >= LANES_PER_DOMAIN).map(([domain]) => domain);
      const work = await ask(full);
      const domain = domainOf(work);
      if (domain !== undefined) this.inUse.set(domain, (this.inUse.get(domain) ?? 0) + 1);
      return work;
    });
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  giveBack(domain: string): void {
    const left = (this.inUse.get(domain) ?? 0) - 1;
    if (left > 0) this.inUse.set(domain, left);
    else this.inUse.delete(domain);
  }
}
