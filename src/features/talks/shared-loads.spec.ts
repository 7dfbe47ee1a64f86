import { describe, expect, it } from '@jest/globals';
import { SharedLoads } from './shared-loads.js';

/** Loads that end when the test says so. */
function controlled() {
  const begun: { readonly items: readonly string[]; readonly end: (error?: Error) => void }[] = [];
  const loads = new SharedLoads<string, string>(
    (items) =>
      new Promise((resolve, reject) => {
        begun.push({
          items,
          end: (error) => {
            if (error) reject(error);
            else resolve(items.join('+'));
          },
        });
      }),
    0,
  );
  /** Resolves when so many loads have begun. */
  const beginning = async (count: number): Promise<void> => {
    while (begun.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { begun, loads, beginning };
}

describe('a shared load', () => {
  it('gathers those who ask at the same moment', async () => {
    const { begun, loads, beginning } = controlled();

    const both = Promise.all([loads.ask('a'), loads.ask('b')]);
    await beginning(1);
    begun[0]?.end();

    expect(await both).toEqual(['a+b', 'a+b']);
  });

  it('answers everybody who asked while another one was running', async () => {
    const { begun, loads, beginning } = controlled();

    const first = loads.ask('a');
    await beginning(1);
    const rest = Promise.all([loads.ask('b'), loads.ask('c')]);
    begun[0]?.end();
    await beginning(2);
    begun[1]?.end();

    expect(await first).toBe('a');
    expect(await rest).toEqual(['b+c', 'b+c']);
  });

  it('begins anew for whoever asks after its begin', async () => {
    const { begun, loads, beginning } = controlled();
    void loads.ask('a');
    await beginning(1);
    begun[0]?.end();

    void loads.ask('b');
    await beginning(2);

    expect(begun.map(({ items }) => items)).toEqual([['a'], ['b']]);
  });

  it('fails only for those who shared it', async () => {
    const { begun, loads, beginning } = controlled();
    const first = loads.ask('a');
    await beginning(1);
    const second = loads.ask('b');
    begun[0]?.end(new Error('no connection'));
    await expect(first).rejects.toThrow('no connection');
    await beginning(2);
    begun[1]?.end();

    expect(await second).toBe('b');
  });
});
