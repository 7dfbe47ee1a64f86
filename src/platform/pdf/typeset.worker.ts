import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import loadTypst, { TypstCompilerBuilder, type TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import { fontFiles } from './pdf-fonts.js';
import type { TypesettingTask } from './typesetter.js';

/** What the compiler gives back: a PDF, or `file:line:column: error: …`. */
interface Compiled {
  readonly result?: Uint8Array;
  readonly diagnostics?: readonly string[];
}

const MAIN = '/main.typ';
/** One line for each thing that the compiler has to say. */
const IN_LINES = 2;

/** Typst as WebAssembly: nothing but the fonts and the template is within its reach. */
async function typst(): Promise<TypstCompiler> {
  const code = fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'));
  await loadTypst({ module_or_path: fs.readFileSync(code) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const file of fontFiles()) await builder.add_raw_font(fs.readFileSync(file));
  return builder.build();
}

/** Throws with what the compiler found wrong, and where. */
function compiled(compiler: TypstCompiler, { template, inputs }: TypesettingTask): Uint8Array {
  compiler.reset();
  compiler.add_source(MAIN, fs.readFileSync(template, 'utf8'));
  const { result, diagnostics } = compiler.compile(MAIN, Object.entries(inputs), 'pdf', IN_LINES) as Compiled;
  if (!result) throw new Error(`${template}: ${diagnostics?.join('; ')}`);
  return result;
}

const compiler = await typst();
parentPort?.on('message', (task: TypesettingTask) => {
  parentPort?.postMessage(compiled(compiler, task));
});
