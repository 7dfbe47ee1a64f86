import { parentPort, workerData } from 'node:worker_threads';
import { improvePart } from '../../scheduling/index.js';
import type { PartMessage, PartOrder } from './part-threads.js';

const PROGRESS_EVERY_MS = 250;

/** Node.js passes it untyped; `startPartThreads` is the only one who starts this thread. */
const cancelled = new Int32Array(workerData as SharedArrayBuffer);
let lastTold = performance.now();

function tell(message: PartMessage): void {
  parentPort?.postMessage(message);
}

function isEnough(done: number): boolean {
  const now = performance.now();
  if (now - lastTold >= PROGRESS_EVERY_MS) {
    lastTold = now;
    tell({ kind: 'progress', done });
  }
  return Atomics.load(cancelled, 0) === 1;
}

parentPort?.on('message', ({ task, request }: PartOrder) => {
  tell({ kind: 'answer', answer: improvePart(task, { ...request, isEnough }) });
});
