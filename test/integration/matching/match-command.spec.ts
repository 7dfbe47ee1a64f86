import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkPlan, planCost, buildSchedule, type Solution } from '../../../src/scheduling/index.js';
import { aRandomSnapshot } from '../../support/matching-worlds.js';

const snapshot = aRandomSnapshot(11);
let folder: string;

/** Runs the built command as a person would. */
function match(...options: readonly string[]): { status: number | null; out: string; error: string } {
  const run = spawnSync(process.execPath, ['dist/cli.js', 'match', ...options], { encoding: 'utf8' });
  return { status: run.status, out: run.stdout, error: run.stderr };
}

function write(name: string, content: unknown): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, JSON.stringify(content));
  return file;
}

function read(file: string): Solution {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'match-command-'));
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

// each run is a process of its own
jest.setTimeout(60_000);

describe('welcome-talks match', () => {
  it('writes a plan that breaks no rule and prints what it costs', () => {
    const out = path.join(folder, 'plan.json');
    const run = match(write('instance.json', snapshot), '-o', out, '--seconds', '0.05');
    expect(run).toMatchObject({ status: 0, error: '' });
    const plan = read(out);
    expect(plan.instance).toBe(snapshot.id);
    expect(checkPlan(plan.talks, snapshot)).toEqual([]);
    const { total } = planCost(buildSchedule(snapshot, plan.talks));
    expect(run.out).toMatch(/^at most \d+\.\d\d % above the minimum/m);
    expect(run.out).toMatch(new RegExp(`^total +CHF +${(total / 100).toFixed(2)}$`, 'm'));
  });

  it('writes the same plan for the same seed, packed or not', () => {
    const plain = write('plain.json', snapshot);
    const packed = path.join(folder, 'packed.json.gz');
    fs.writeFileSync(packed, gzipSync(fs.readFileSync(plain)));
    const files = [plain, packed].map((file, index) => {
      const out = path.join(folder, `same-${index}.json`);
      expect(match(file, '-o', out, '--seconds', '0.05', '--seed', '9').status).toBe(0);
      return fs.readFileSync(out, 'utf8');
    });
    expect(files[1]).toBe(files[0]);
  });

  it('says in one line what is wrong with an instance, and ends with code 2', () => {
    const file = write('broken.json', { ...snapshot, now: 'tomorrow' });
    expect(match(file)).toEqual({
      status: 2,
      out: '',
      error: `${file}: now: write a time in UTC as 2026-10-26T07:00Z\n`,
    });
  });

  it('refuses a number of seconds that is none', () => {
    expect(match(write('instance.json', snapshot), '--seconds', 'long')).toMatchObject({ status: 2 });
  });
});
