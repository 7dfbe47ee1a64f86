import fs from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from './pdf-fonts.js';
import type { TypesettingTask } from './typesetter.js';

const { template, inputs } = workerData as TypesettingTask;
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fontFiles() }] });
const compiled = compiler.compile({ mainFileContent: fs.readFileSync(template, 'utf8'), inputs });
if (!compiled.result) {
  const problem = compiled.takeError();
  throw new Error(`${template}: ${JSON.stringify(problem?.shortDiagnostics)}`);
}
parentPort?.postMessage(compiler.pdf(compiled.result));
