import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { aRandomSnapshot } from '../../../test/support/matching-worlds.js';
import { readInstance } from './read-instance.js';

const snapshot = aRandomSnapshot(11);
let folder: string;

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
}

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'read-instance-'));
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

describe('readInstance', () => {
  it('reads a file as it stands, packed or not', async () => {
    const text = JSON.stringify(snapshot);
    expect(await readInstance(write('plain.json', text))).toEqual(snapshot);
    expect(await readInstance(write('packed.json.gz', gzipSync(text)))).toEqual(snapshot);
  });

  it.each([
    ['a wrong time', { ...snapshot, now: 'tomorrow' }, /: now: write a time in UTC as 2026-10-26T07:00Z$/],
    [
      'a date that does not exist',
      { ...snapshot, horizon: { from: '2026-02-30', to: '2026-03-30' } },
      /2026-02-30/,
    ],
    ['an unknown time zone', { ...snapshot, timezone: 'Europe/Nowhere' }, /Europe\/Nowhere/i],
    [
      'a room at a site that is not there',
      { ...snapshot, rooms: snapshot.rooms.map((room) => ({ ...room, site: 'S9' })) },
      /: rooms\[0\]\.site: there is no "S9" in this file; add it or correct the name$/,
    ],
    [
      'two newcomers with one id',
      { ...snapshot, newcomers: [...snapshot.newcomers, snapshot.newcomers[0]] },
      /: newcomers\[14\]\.id: "N10" is used twice; give each its own id$/,
    ],
    ['a plan', { instance: 'x', talks: [] }, /: format: .*; give the instance, not a plan$/],
    ['a list that is missing', { ...snapshot, rooms: undefined }, /: rooms: /],
  ])('refuses %s in one line', async (_, instance, message) => {
    const file = write('broken.json', JSON.stringify(instance));
    const refusal = expect(readInstance(file)).rejects;
    await refusal.toThrow(message);
    await refusal.toThrow(/^[^\n]+$/);
  });

  it('says which file it cannot read', async () => {
    const missing = path.join(folder, 'nowhere.json');
    await expect(readInstance(missing)).rejects.toThrow(`${missing}: cannot be read`);
    await expect(readInstance(write('text.json', 'hello'))).rejects.toThrow(/text\.json: is not JSON/);
    await expect(readInstance(write('text.json.gz', 'hello'))).rejects.toThrow(
      /text\.json\.gz: cannot be read/,
    );
  });
});
