import { percentile } from './product.mjs';
import { request } from './web-processes.mjs';

/** Counted for a request whose connection was cut. */
const CUT_MS = 60_000;

/**
 * So many clients, each with one request after the other.
 * @param makeRequest gives address and options of the next request, or undefined when there are no more
 * @returns answers in a second as `value`, p50 and p95 in ms, and how many answers of each status
 */
export async function load(makeRequest, { clients = 8, seconds = Number(process.env.SECONDS ?? 4) } = {}) {
  const began = performance.now();
  const end = began + seconds * 1000;
  const times = [];
  const statuses = {};
  const client = async () => {
    for (let next = makeRequest(); next && performance.now() < end; next = makeRequest()) {
      const { status, ms } = await request(...next);
      times.push(ms);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const value = (times.length * 1000) / (performance.now() - began);
  return { value, p50: percentile(times, 50), p95: percentile(times, 95), statuses };
}

/** Requests at a fixed pace, whether or not earlier ones were answered. @returns p50 and p95 in ms, and statuses */
export async function pace(makeRequest, { perSecond, seconds }) {
  const answers = [];
  const began = performance.now();
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const wait = began + (number * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const next = makeRequest();
    if (!next) break;
    // a connection that is cut under load is an answer too: the worst
    answers.push(request(...next).catch(() => ({ status: 'cut', ms: CUT_MS })));
  }
  const all = await Promise.all(answers);
  const times = all.map(({ ms }) => ms);
  const statuses = {};
  for (const { status } of all) statuses[status] = (statuses[status] ?? 0) + 1;
  return { p50: percentile(times, 50), p95: percentile(times, 95), statuses };
}
