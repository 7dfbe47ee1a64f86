import { parentPort } from 'node:worker_threads';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { ReadingFacts } from './fields/field.js';
import type { ReadingAnswer } from './reading.js';
import { readFile } from './rows/read-file.js';

/** Reads one file in a thread of its own, so that a large or hostile one holds up nobody. */
parentPort?.once('message', (job: { readonly bytes: Uint8Array; readonly facts: ReadingFacts }) => {
  void answer(job.bytes, job.facts);
});

async function answer(bytes: Uint8Array, facts: ReadingFacts): Promise<void> {
  try {
    const reading = await readFile(bytes, facts);
    const buffer = reading.households.buffer as ArrayBuffer;
    parentPort?.postMessage({ kind: 'read', reading } satisfies ReadingAnswer, [buffer]);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    parentPort?.postMessage({ kind: 'refused', code: error.code, data: error.data } satisfies ReadingAnswer);
  }
}
