import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { aRandomSnapshot, someOffices } from '../../support/matching-worlds.js';
import type { Candidate, Snapshot } from '../../../src/scheduling/index.js';
import { checkPlan } from '../../../src/scheduling/index.js';

const CLI = path.resolve('dist/cli.js');

/** Enough newcomers for a plan in parts, in two threads. */
const MANY = 700;

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let folder: string;

function run(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, 'match', ...args], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

function instance(snapshot: Snapshot): string {
  const file = path.join(folder, `${snapshot.id}.json`);
  fs.writeFileSync(file, JSON.stringify(snapshot));
  return file;
}

/** The bytes of the plan, and what was said about it. */
async function planned(file: string, name: string): Promise<{ plan: string; said: string }> {
  const out = path.join(folder, `${name}.plan`);
  const { code, stdout, stderr } = await run(file, '-o', out, '--seconds', '0.5', '--bound-seconds', '0');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return { plan: fs.readFileSync(out, 'utf8'), said: stdout };
}

// processes of their own on a busy machine
jest.setTimeout(180_000);

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'match-command-'));
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

describe('the command match', () => {
  it.each([
    ['in one piece', aRandomSnapshot(8, 40), 1],
    ['in parts by two threads', someOffices(8, MANY), 3],
  ])('writes the same bytes again, alone or while others compute: %s', async (_, snapshot, parts) => {
    const file = instance(snapshot);
    const first = await planned(file, 'alone');
    const others = await Promise.all(['a', 'b'].map((name) => planned(file, name)));
    for (const other of others) expect(other).toEqual(first);
    expect(first.said.includes(`planned in ${parts} parts`)).toBe(parts > 1);
    const { talks } = JSON.parse(first.plan) as { readonly talks: readonly Candidate[] };
    expect(talks.length).toBeGreaterThan(10);
    expect(checkPlan(talks, snapshot)).toEqual([]);
  });

  it('says of everybody who cannot have a talk which rules stand in the way', async () => {
    const snapshot = aRandomSnapshot(9, 60);
    const nobody = { ...snapshot, interpreters: [], id: 'nobody' };
    const { said } = await planned(instance(nobody), 'nobody');
    const lines = said.split('\n').filter((line) => line.startsWith('no talk is possible for '));
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(line).toMatch(/ for N\d+: [a-z-]+/);
  });

  it.each([
    ['an instance that is not there', ['nowhere.json'], /^nowhere\.json: cannot be read .*\n$/],
    ['a number that is none', ['x.json', '--seconds', 'many'], /Give a number of seconds/],
    ['nothing', [], /missing required argument 'instance'/],
  ])('ends with 2 for %s', async (_, args, message) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('ends with 2 before it searches when the plan could not be written', async () => {
    const out = path.join(folder, 'nowhere', 'x.json');
    const { code, stderr, stdout } = await run(instance(aRandomSnapshot(1)), '-o', out, '--seconds', '9999');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/cannot be written .*; choose a file in a folder that exists\n$/);
  });
});
