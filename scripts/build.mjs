// src/**/*.ts(x) -> dist/**/*.js with swc, letter templates as they are; skipped when nothing changed since the last build
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { transformFile } from '@swc/core';
import { typescript } from './support/typescript.mjs';

const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, 'src');
const target = path.join(root, 'dist');
const stamp = path.join(target, '.stamp');

const files = fs
  .readdirSync(source, { recursive: true })
  .filter((file) => /\.(tsx?|typ)$/.test(file) && !/\.(d|spec)\.tsx?$/.test(file))
  .sort();

function fingerprint() {
  const hash = createHash('sha1');
  hash.update(fs.readFileSync(path.join(root, 'package-lock.json')));
  hash.update(fs.readFileSync(import.meta.filename));
  hash.update(fs.readFileSync(path.join(import.meta.dirname, 'support/typescript.mjs')));
  for (const file of files) hash.update(file).update(fs.readFileSync(path.join(source, file)));
  return hash.digest('hex');
}

async function compile(file) {
  if (file.endsWith('.typ')) {
    fs.mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    fs.copyFileSync(path.join(source, file), path.join(target, file));
    return;
  }
  const output = path.join(target, file.replace(/\.tsx?$/, '.js'));
  const { code, map } = await transformFile(path.join(source, file), {
    ...typescript(file.endsWith('x')),
    sourceMaps: true,
  });
  fs.mkdirSync(path.dirname(output), { recursive: true });
  fs.writeFileSync(output, `${code}\n//# sourceMappingURL=${path.basename(output)}.map`);
  fs.writeFileSync(`${output}.map`, map);
}

const started = performance.now();
const current = fingerprint();
const upToDate = fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === current;
if (!upToDate || process.argv.includes('--force')) {
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(target, { recursive: true });
  await Promise.all(files.map(compile));
  fs.chmodSync(path.join(target, 'cli.js'), 0o755);
  fs.writeFileSync(stamp, current);
  console.log(`built ${files.length} files in ${Math.round(performance.now() - started)} ms`);
}
