import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { opened, sealed } from './sealed-file.js';

const KEY = randomBytes(32);
const HEADING = { madeAt: '2027-01-11T08:00:00.000Z', migrations: ['One1'] };
const LINES = Array.from({ length: 9000 }, (_, index) => `line ${index} Zoë ${'x'.repeat(90)}`);

async function* parts(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) {
    await Promise.resolve();
    yield `${line}\n`;
  }
}

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}

async function file(lines: readonly string[] = LINES): Promise<Buffer> {
  const written: Buffer[] = [];
  for await (const piece of sealed(KEY, HEADING, parts(lines))) written.push(piece);
  return Buffer.concat(written);
}

async function read(bytes: Buffer, key = KEY, size = 70_001): Promise<string[]> {
  const { heading, lines } = await opened(key, pieces(bytes, size));
  expect(heading).toMatchObject(HEADING);
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

describe('a sealed file', () => {
  it('holds what was written, in chunks, and shows nothing of it', async () => {
    const bytes = await file();

    expect(bytes.length).toBeGreaterThan(3 * (1 << 18));
    expect(bytes.includes('line 1')).toBe(false);
    expect(await read(bytes)).toEqual(LINES);
    expect(await read(await file([]), KEY, 1)).toEqual([]);
  });

  it('is refused with the place when it was changed, swapped, cut off anywhere, or made longer', async () => {
    const bytes = await file();
    const chunk = (1 << 18) + 20;
    const body = bytes.indexOf('\n') + 1;
    const changed = Buffer.from(bytes);
    changed[body + chunk + 5000]! ^= 1;
    const swapped = Buffer.concat([
      bytes.subarray(0, body),
      bytes.subarray(body + chunk, body + 2 * chunk),
      bytes.subarray(body, body + chunk),
      bytes.subarray(body + 2 * chunk),
    ]);

    await expect(read(changed)).rejects.toThrow(`changed or cut off at byte ${body + chunk} or after`);
    await expect(read(swapped)).rejects.toThrow(`at byte ${body}`);
    for (const length of [bytes.length - 1, body + 2 * chunk, body + chunk + 2, body])
      await expect(read(bytes.subarray(0, length))).rejects.toThrow('changed or cut off');
    await expect(read(Buffer.concat([bytes, Buffer.from('more')]))).rejects.toThrow('changed or cut off');
  });

  it('is refused by another key, with another heading, and when it is something else', async () => {
    const bytes = await file(['one']);
    const later = Buffer.from(bytes.toString('latin1').replace('2027-01-11', '2027-01-12'), 'latin1');

    await expect(read(bytes, randomBytes(32))).rejects.toThrow('Set BACKUP_KEY_FILE');
    await expect(opened(KEY, pieces(later, 100)).then(({ lines }) => lines.next())).rejects.toThrow(
      'changed',
    );
    await expect(read(Buffer.from('PGDMP\n'))).rejects.toThrow('no backup');
  });
});
