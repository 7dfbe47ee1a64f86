import { Worker } from 'node:worker_threads';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { ReadingFacts } from './fields/field.js';
import type { ArrivalsReading, ReadingAnswer } from './reading.js';

/** The compiled thread, seen alike from the sources and from dist/. */
const THREAD = new URL('../../../dist/features/arrivals/read-arrivals.worker.js', import.meta.url);
const MAX_SECONDS = 30;
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64 };

let before: Promise<unknown> = Promise.resolve();

/**
 * Reads a file in a thread with limited memory and time, one file after the other in this process. Throws the
 * `DomainError` of the file, or `arrivals-file-too-demanding` when a limit was reached.
 */
export function readArrivals(bytes: Uint8Array, facts: ReadingFacts): Promise<ArrivalsReading> {
  const reading = before.then(() => inThread(bytes, facts));
  before = reading.catch(() => undefined);
  return reading;
}

async function inThread(bytes: Uint8Array, facts: ReadingFacts): Promise<ArrivalsReading> {
  const thread = new Worker(THREAD, { resourceLimits: LIMITS, env: {}, stdout: true, stderr: true });
  const timer = setTimeout(() => void thread.terminate(), MAX_SECONDS * 1000);
  try {
    const answer = await new Promise<ReadingAnswer>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => {
        reject(tooDemanding());
      });
      thread.postMessage({ bytes, facts });
    });
    if (answer.kind === 'refused') throw new DomainError(answer.code, 'invalid', answer.data);
    return answer.reading;
  } catch (error) {
    throw isOutOfMemory(error) ? tooDemanding() : error;
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooDemanding(): DomainError {
  return new DomainError('arrivals-file-too-demanding', 'invalid');
}
