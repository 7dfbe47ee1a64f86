import { Worker } from 'node:worker_threads';
import type { PartAnswer, PartRequest, PartTask } from '../../scheduling/index.js';

/** One part to be improved. */
export interface PartOrder {
  readonly task: PartTask;
  readonly request: Omit<PartRequest, 'isEnough'>;
}

/** What a thread tells; `done` is the work on the present part. */
export type PartMessage =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'answer'; readonly answer: PartAnswer };

/** Threads that improve one part at a time each. */
export interface PartThreads {
  /**
   * Rejects when the thread dies. A thread is asked again only after it has answered. `onProgress` gets the work done
   * on this part.
   */
  readonly ask: (thread: number, order: PartOrder, onProgress: (done: number) => void) => Promise<PartAnswer>;
  readonly stop: () => Promise<void>;
}

const THREAD = new URL('../../../dist/features/matching/part.worker.js', import.meta.url);

/** Starts so many threads; the shared number ends their searches when it is 1. */
export function startPartThreads(count: number, cancelled: SharedArrayBuffer): PartThreads {
  const workers = Array.from({ length: count }, () => new Worker(THREAD, { workerData: cancelled }));
  return {
    ask: (thread, order, onProgress) =>
      new Promise((resolve, reject) => {
        const worker = workers[thread];
        if (!worker) throw new RangeError(`no thread ${thread}`);
        worker.removeAllListeners();
        worker.once('error', reject);
        worker.once('exit', (code) => {
          reject(new Error(`a thread of the plan ended with code ${code}`));
        });
        worker.on('message', (message: PartMessage) => {
          if (message.kind === 'progress') onProgress(message.done);
          else resolve(message.answer);
        });
        worker.postMessage(order);
      }),
    stop: async () => {
      for (const worker of workers) worker.removeAllListeners();
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
