import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Rule → files with one planted violation of it. Paths are inside a copy of the rule's folders. */
const violations: Record<string, Record<string, string>> = {
  'scheduling-is-pure': { 'src/scheduling/a.ts': `import fs from 'node:fs'; export const a = fs;` },
  'platform-knows-no-product': {
    'src/platform/a.ts': `import { b } from '../features/b/index.js'; export const a = b;`,
    'src/features/b/index.ts': `export const b = 1;`,
  },
  'features-by-the-front-door': {
    'src/features/a/a.ts': `import { b } from '../b/inside.js'; export const a = b;`,
    'src/features/b/inside.ts': `export const b = 1;`,
  },
  'scheduling-by-the-front-door': {
    'src/features/a/a.ts': `import { b } from '../../scheduling/inside.js'; export const a = b;`,
    'src/scheduling/inside.ts': `export const b = 1;`,
  },
  'pages-ask-features': {
    'src/pages/office/a.ts': `import { b } from '../../scheduling/index.js'; export const a = b;`,
    'src/scheduling/index.ts': `export const b = 1;`,
  },
  'features-know-no-pages': {
    'src/features/a/a.ts': `import { b } from '../../pages/office/b.js'; export const a = b;`,
    'src/pages/office/b.ts': `export const b = 1;`,
  },
  'pages-by-the-front-door': {
    'src/pages/office/a.ts': `import { b } from '../../features/b/inside.js'; export const a = b;`,
    'src/features/b/inside.ts': `export const b = 1;`,
  },
  'audiences-are-separate': {
    'src/pages/interpreter/a.ts': `import { b } from '../office/b.js'; export const a = b;`,
    'src/pages/office/b.ts': `export const b = 1;`,
  },
  'pages-hold-no-sql': {
    'src/pages/office/a.ts': `import { DataSource } from 'typeorm'; export const a = DataSource;`,
  },
  'templates-hold-no-logic': {
    'src/templates/a.ts': `import { b } from '../features/b/index.js'; export const a = b;`,
    'src/features/b/index.ts': `export const b = 1;`,
  },
  'never-your-own-front-door': {
    'src/features/a/a.ts': `import { b } from './index.js'; export const a = b;`,
    'src/features/a/index.ts': `export const b = 1;`,
  },
  'no-cycles': {
    'src/platform/a.ts': `import { b } from './b.js'; export const a = () => b;`,
    'src/platform/b.ts': `import { a } from './a.js'; export const b = () => a;`,
  },
  'no-tests-in-production': {
    'src/platform/a.ts': `import './b.spec.js'; export {};`,
    'src/platform/b.spec.ts': `export {};`,
  },
  'everything-resolves': { 'src/platform/a.ts': `import { b } from './nowhere.js'; export const a = b;` },
};

/** Names of the rules that fire on a small tree with the given files. */
async function rulesFiredBy(files: Record<string, string>): Promise<string[]> {
  const tree = fs.mkdtempSync(path.join(os.tmpdir(), 'dependency-probe-'));
  try {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      fs.copyFileSync(path.join(root, file), path.join(tree, file));
    }
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(tree, name)), { recursive: true });
      fs.writeFileSync(path.join(tree, name), `${content}\n`);
    }
    return await cruise(tree);
  } finally {
    fs.rmSync(tree, { recursive: true, force: true });
  }
}

/** The JSON report is read, not the exit code: the reporter's exit code is 0 whatever it found. */
async function cruise(tree: string): Promise<string[]> {
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = await run(
    process.execPath,
    [program, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    { cwd: tree, maxBuffer: 1e8, env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const report = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return report.summary.violations.map((violation) => violation.rule.name);
}

describe('the dependency rules', () => {
  const fired = new Map<string, string[]>();

  beforeAll(async () => {
    const entries = Object.entries(violations);
    for (let i = 0; i < entries.length; i += 2) {
      await Promise.all(
        entries.slice(i, i + 2).map(async ([rule, files]) => fired.set(rule, await rulesFiredBy(files))),
      );
    }
  }, 120_000);

  afterAll(() => {
    fired.clear();
  });

  it.each(Object.keys(violations))('%s fires on its planted violation', (rule) => {
    expect(fired.get(rule)).toContain(rule);
  });

  it('have a planted violation each', async () => {
    const rules = (await import(path.join(root, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: { name: string }[] };
    };

    expect(Object.keys(violations).sort()).toEqual(rules.default.forbidden.map((rule) => rule.name).sort());
  });
});
