import { Worker } from 'node:worker_threads';
import type { MatchProgress, Snapshot } from '../../scheduling/index.js';
import type { ProvenAnswer } from './match-in-one-piece.js';

/** What a run is asked for. */
export interface MatchingOptions {
  /** Units of work, see `MatchRequest`; `workOf` turns seconds into it. */
  readonly work: number;
  readonly seed: number;
  /** Units of work for the proof of a lower bound; left out: no bound. */
  readonly boundWork?: number;
  /** Seconds after which the run ends with the best plan so far, however little was done; left out: no limit. */
  readonly limitSeconds?: number;
  /** Called about four times a second while the search goes on. */
  readonly onProgress?: (progress: MatchProgress) => void;
}

/** A plan and what is proven about it. */
export interface MatchingAnswer extends ProvenAnswer {
  /** How many parts it was planned in; 1: in one piece. No bound is proven for a plan in several parts. */
  readonly parts: number;
}

/** A search that goes on in a thread of its own. */
export interface Matching {
  /** Rejects when the snapshot cannot be read or the thread dies. */
  readonly answer: Promise<MatchingAnswer>;
  /** Ends the search soon; `answer` is then the best plan so far. */
  readonly cancel: () => void;
}

/** What the thread is given. */
export interface MatchingTask {
  readonly snapshot: Snapshot;
  readonly work: number;
  readonly seed: number;
  readonly boundWork: number;
  readonly limitSeconds: number | null;
  /** One shared number: 1 ends the search. */
  readonly cancelled: SharedArrayBuffer;
}

/** What the thread tells. */
export type MatchingMessage =
  | { readonly kind: 'progress'; readonly progress: MatchProgress }
  | { readonly kind: 'answer'; readonly answer: MatchingAnswer };

/** The compiled thread, seen alike from the sources and from dist/. */
const THREAD = new URL('../../../dist/features/matching/match.worker.js', import.meta.url);

/** What one core of an ordinary machine looks at in a second, measured on instances of 10 to 25 000 newcomers. */
const WORK_PER_SECOND = 12_000_000;

/** Units of work for so many seconds: the same on every machine, so that a run can be repeated exactly. */
export function workOf(seconds: number): number {
  return Math.round(seconds * WORK_PER_SECOND);
}

/** Starts looking for the best plan without blocking the caller. */
export function startMatching(snapshot: Snapshot, options: MatchingOptions): Matching {
  const cancelled = new SharedArrayBuffer(4);
  const { work, seed, boundWork = 0, limitSeconds = null } = options;
  const workerData: MatchingTask = { snapshot, work, seed, boundWork, limitSeconds, cancelled };
  const worker = new Worker(THREAD, { workerData });
  const answer = new Promise<MatchingAnswer>((resolve, reject) => {
    worker.on('message', (message: MatchingMessage) => {
      if (message.kind === 'progress') options.onProgress?.(message.progress);
      else resolve(message.answer);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`the matching thread ended with code ${code}`));
    });
  });
  return { answer, cancel: () => void Atomics.store(new Int32Array(cancelled), 0, 1) };
}
