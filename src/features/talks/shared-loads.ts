import { setTimeout as sleep } from 'node:timers/promises';

/**
 * One load at a time, begun a moment after the first question: whoever asks until then shares it, whoever asks later
 * shares the next one. No answer is older than its question, and a crowd that loses one race costs a few loads
 * instead of sixty.
 */
export class SharedLoads<Item, Result> {
  private running: Promise<unknown> = Promise.resolve();
  private next: { readonly items: Item[]; readonly result: Promise<Result> } | undefined;

  /** @param gatherMs how long the first one waits for others */
  constructor(
    private readonly load: (items: readonly Item[]) => Promise<Result>,
    private readonly gatherMs: number,
  ) {}

  /** The result of a load for this item and everybody else's who shares it. */
  ask(item: Item): Promise<Result> {
    const next = this.next ?? this.begin();
    next.items.push(item);
    return next.result;
  }

  private begin(): { readonly items: Item[]; readonly result: Promise<Result> } {
    const items: Item[] = [];
    const result = Promise.all([this.running, sleep(this.gatherMs)]).then(() => {
      this.next = undefined;
      return this.load(items);
    });
    this.running = result.catch(() => undefined);
    this.next = { items, result };
    return this.next;
  }
}
