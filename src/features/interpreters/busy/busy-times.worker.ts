import { parentPort } from 'node:worker_threads';
import type { BusyAnswer } from './read-busy-times.js';
import { type BusyQuestion, busyTimes, FeedUnreadable } from './busy-times.js';

/** Reads one calendar in a thread of its own, so that a hostile one holds up nobody. */
parentPort?.once('message', (question: BusyQuestion) => {
  parentPort?.postMessage(answer(question));
});

function answer(question: BusyQuestion): BusyAnswer {
  try {
    return { kind: 'read', times: busyTimes(question) };
  } catch (error) {
    // ical.js throws its own errors for what it does not understand
    return { kind: 'refused', problem: error instanceof FeedUnreadable ? error.problem : 'not-a-calendar' };
  }
}
