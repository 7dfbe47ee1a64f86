/**
 * One load at a time: whoever asks while it runs shares the next one, which begins after they asked and is therefore
 * never older than their question. A crowd that loses one race costs two loads instead of sixty.
 */
export class SharedLoads<Item, Result> {
  private running: Promise<unknown> = Promise.resolve();
  private next: { readonly items: Item[]; readonly result: Promise<Result> } | undefined;

  constructor(private readonly load: (items: readonly Item[]) => Promise<Result>) {}

  /** The result of a load for this item and everybody else's who shares it. */
  ask(item: Item): Promise<Result> {
    const next = this.next ?? this.begin();
    next.items.push(item);
    return next.result;
  }

  private begin(): { readonly items: Item[]; readonly result: Promise<Result> } {
    const items: Item[] = [];
    const result = this.running.then(() => {
      this.next = undefined;
      return this.load(items);
    });
    this.running = result.catch(() => undefined);
    this.next = { items, result };
    return this.next;
  }
}
