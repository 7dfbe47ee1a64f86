import { Worker } from 'node:worker_threads';
import type { ProvenBound } from '../../scheduling/index.js';
import type { ProofQuestion } from './match-in-one-piece.js';

/** What the thread is given. */
export interface ProofTask extends ProofQuestion {
  /** One shared number: 1 ends the proof. */
  readonly cancelled: SharedArrayBuffer;
}

const THREAD = new URL('../../../dist/features/matching/proof.worker.js', import.meta.url);

/** Proves in a thread of its own, from now on even while this one does not listen. */
export function proofBeside(cancelled: SharedArrayBuffer): (question: ProofQuestion) => Promise<ProvenBound> {
  return (question) =>
    new Promise((resolve, reject) => {
      const workerData: ProofTask = { ...question, cancelled };
      const worker = new Worker(THREAD, { workerData });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => {
        reject(new Error(`the thread of the proof ended with code ${code}`));
      });
    });
}
