import { parentPort, workerData } from 'node:worker_threads';
import { LANES, partsOf, type MatchAnswer, type MatchProgress } from '../../scheduling/index.js';
import { matchInOnePiece } from './match-in-one-piece.js';
import { matchInParts } from './match-in-parts.js';
import { startPartThreads } from './part-threads.js';
import { proofBeside } from './proof-thread.js';
import type { MatchingMessage, MatchingTask } from './start-matching.js';

const PROGRESS_EVERY_MS = 250;

/** Smaller snapshots are planned in one piece, whatever their offices. */
const LEAST_IN_PARTS = 2_000;

/** Node.js passes it untyped; `startMatching` is the only one who starts this thread. */
const task = workerData as MatchingTask;
const cancelled = new Int32Array(task.cancelled);
const started = performance.now();
let lastTold = started;

function tell(message: MatchingMessage): void {
  parentPort?.postMessage(message);
}

function tellProgress(progress: MatchProgress): void {
  const now = performance.now();
  if (now - lastTold < PROGRESS_EVERY_MS) return;
  lastTold = now;
  tell({ kind: 'progress', progress });
}

function isEnough(progress: MatchProgress): boolean {
  tellProgress(progress);
  const { limitSeconds } = task;
  const isLate = limitSeconds !== null && performance.now() - started > limitSeconds * 1000;
  return isLate || isCancelled();
}

function isCancelled(): boolean {
  return Atomics.load(cancelled, 0) === 1;
}

/** Nothing is proven about parts. The other threads look at the shared number only: the time limit is kept by setting it. */
async function inParts(): Promise<MatchAnswer> {
  const { limitSeconds } = task;
  const late = (): void => void Atomics.store(cancelled, 0, 1);
  const timer = limitSeconds === null ? undefined : setTimeout(late, limitSeconds * 1000);
  const request = { seed, isCancelled, onProgress: tellProgress };
  const threads = startPartThreads(LANES, task.cancelled);
  try {
    return await matchInParts(snapshot, { ...request, work }, threads);
  } finally {
    clearTimeout(timer);
    await threads.stop();
  }
}

const { snapshot, work, seed, boundWork } = task;
const parts = snapshot.newcomers.length < LEAST_IN_PARTS ? 1 : partsOf(snapshot).length;
const proveBeside = proofBeside(task.cancelled);
const answer =
  parts > 1
    ? { ...(await inParts()), bound: null, parts }
    : {
        ...(await matchInOnePiece(snapshot, { work, seed, boundWork, isEnough, proveBeside })),
        parts,
      };
tell({ kind: 'answer', answer });
