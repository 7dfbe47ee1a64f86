import { parentPort, workerData } from 'node:worker_threads';
import { effortOf, lowerBound } from '../../scheduling/index.js';
import { highsPrograms } from './highs-program.js';
import type { ProofTask } from './proof-thread.js';

/** Node.js passes it untyped; `proofBeside` is the only one who starts this thread. */
const { snapshot, talks, work, cancelled } = workerData as ProofTask;
const flag = new Int32Array(cancelled);

const { newProgram, dispose } = await highsPrograms();
const effort = effortOf(work, () => Atomics.load(flag, 0) === 1);
parentPort?.postMessage(lowerBound(snapshot, { talks, newProgram, effort }));
dispose();
