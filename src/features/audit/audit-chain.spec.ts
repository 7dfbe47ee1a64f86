import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHAIN_START, faultsOf, type SealedLine, sealingKey, sealOf } from './audit-chain.js';

const key = sealingKey('a secret key of the tests, 32 characters');
const start = { position: 0, hash: CHAIN_START };

function chainOf(lines: readonly string[]): SealedLine[] {
  let hash: Buffer = CHAIN_START;
  return lines.map((line, index) => {
    hash = sealOf(key, hash, index + 1, line);
    return { position: index + 1, entryId: String(index), hash, line };
  });
}

const lines = fc.array(fc.string(), { minLength: 2, maxLength: 30 });

describe('the chain of the audit', () => {
  it('holds as it was written', () => {
    fc.assert(
      fc.property(lines, (written) => {
        expect(faultsOf(key, start, chainOf(written))).toEqual([]);
      }),
    );
  });

  it('names the position of any one change, removal or missing seal', () => {
    fc.assert(
      fc.property(
        lines,
        fc.nat(),
        fc.constantFrom('changed', 'removed', 'seal-missing'),
        (written, at, kind) => {
          const chain = chainOf(written);
          const index = at % (chain.length - 1);
          const one = chain[index]!;
          if (kind === 'changed') chain[index] = { ...one, line: `${one.line ?? ''}!` };
          else if (kind === 'removed') chain[index] = { ...one, line: null };
          else chain.splice(index, 1);

          const found = faultsOf(key, start, chain).map((fault) => `${fault.kind} ${fault.position}`);
          expect(found).toEqual([`${kind} ${index + 1}`]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('does not hold for another key', () => {
    const other = sealingKey('another secret key, of 32 characters');

    expect(faultsOf(other, start, chainOf(['a', 'b']))).toHaveLength(2);
  });
});
