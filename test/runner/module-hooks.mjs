import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transform } from '@swc/core';
import { typescript } from '../../scripts/support/typescript.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const source = pathToFileURL(path.join(root, 'src/')).href;
const built = pathToFileURL(path.join(root, 'dist/')).href;
const tests = pathToFileURL(path.join(root, 'test/')).href;
const globals = new URL('./jest-globals.mjs', import.meta.url).href;

/** Of a module of `src` its built form, of one of `test` its TypeScript. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
  if (!specifier.startsWith('.') || !context.parentURL?.startsWith(tests)) return next(specifier, context);
  const { href } = new URL(specifier, context.parentURL);
  if (href.startsWith(source)) return next(built + href.slice(source.length), context);
  const typed = [href.replace(/\.js$/, '.ts'), href.replace(/\.js$/, '.tsx')].find(
    (url) => url !== href && fs.existsSync(fileURLToPath(url)),
  );
  return next(typed ?? href, context);
}

export async function load(url, context, next) {
  const file = url.startsWith(tests) ? fileURLToPath(url) : '';
  if (!/\.tsx?$/.test(file)) return next(url, context);
  const { code } = await transform(fs.readFileSync(file, 'utf8'), {
    ...typescript(file.endsWith('x')),
    filename: file,
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
