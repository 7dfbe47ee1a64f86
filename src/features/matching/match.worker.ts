import { parentPort, workerData } from 'node:worker_threads';
import { matchTalks, type MatchProgress } from '../../scheduling/index.js';
import { provenBound } from './proven-bound.js';
import type { MatchingMessage, MatchingTask } from './start-matching.js';

const PROGRESS_EVERY_MS = 250;

/** Node.js passes it untyped; `startMatching` is the only one who starts this thread. */
const task = workerData as MatchingTask;
const cancelled = new Int32Array(task.cancelled);
const started = performance.now();
let lastTold = started;

function tell(message: MatchingMessage): void {
  parentPort?.postMessage(message);
}

function isEnough(progress: MatchProgress): boolean {
  const now = performance.now();
  if (now - lastTold >= PROGRESS_EVERY_MS) {
    lastTold = now;
    tell({ kind: 'progress', progress });
  }
  const isLate = task.limitSeconds !== null && now - started > task.limitSeconds * 1000;
  return isLate || isCancelled();
}

function isCancelled(): boolean {
  return Atomics.load(cancelled, 0) === 1;
}

const { snapshot, work, seed, boundSeconds } = task;
const answer = matchTalks(snapshot, { work, seed, isEnough });
const bound =
  boundSeconds === null
    ? null
    : await provenBound(snapshot, answer.talks, { seconds: boundSeconds, isCancelled });
tell({ kind: 'answer', answer: { ...answer, bound } });
