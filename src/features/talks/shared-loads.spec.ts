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
  );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { begun, loads, settled };
}

describe('a shared load', () => {
  it('answers everybody who asked while another one was running', async () => {
    const { begun, loads, settled } = controlled();

    const first = loads.ask('a');
    await settled();
    const rest = Promise.all([loads.ask('b'), loads.ask('c')]);
    await settled();
    expect(begun).toHaveLength(1);
    begun[0]?.end();
    await settled();
    begun[1]?.end();

    expect(await first).toBe('a');
    expect(await rest).toEqual(['b+c', 'b+c']);
  });

  it('begins anew for whoever asks after its begin', async () => {
    const { begun, loads, settled } = controlled();
    void loads.ask('a');
    await settled();
    begun[0]?.end();
    await settled();

    void loads.ask('b');
    await settled();

    expect(begun.map(({ items }) => items)).toEqual([['a'], ['b']]);
  });

  it('fails only for those who shared it', async () => {
    const { begun, loads, settled } = controlled();
    const first = loads.ask('a');
    await settled();
    const second = loads.ask('b');
    begun[0]?.end(new Error('no connection'));
    await expect(first).rejects.toThrow('no connection');
    await settled();
    begun[1]?.end();

    expect(await second).toBe('b');
  });
});
