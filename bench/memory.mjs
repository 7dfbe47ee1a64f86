// start-up, and memory of one process with everything in it at 50 requests a second: MINUTES (1; 30 for the whole of it)
import fs from 'node:fs';
import { pace } from './support/load.mjs';
import { startProduct } from './support/product.mjs';
import { newcomerPath, staffHeaders } from './support/visitors.mjs';
import { closeConnections, request } from './support/web-processes.mjs';

const MINUTES = Number(process.env.MINUTES ?? 1);
const PER_SECOND = 50;
/** Memory is looked at so often; the first sixth is warming up. */
const LOOK_SECONDS = 5;

/** @returns rows of the table: ms, and MB that are resident */
export default async function memory() {
  const began = performance.now();
  const product = await startProduct();
  const startMs = performance.now() - began;
  try {
    const headers = await staffHeaders(product.client);
    const addresses = [
      ['/office/week', { headers }],
      ['/office/inbox', { headers }],
      [await newcomerPath(product.client, product.secretKey), {}],
      ['/health/ready', {}],
    ];
    let asked = 0;
    const next = () => {
      asked += 1;
      const [path, options] = addresses[asked % addresses.length];
      return [product.url + path, options];
    };
    await request(...next());
    const seen = [];
    const p95 = [];
    for (let second = 0; second < MINUTES * 60; second += LOOK_SECONDS) {
      p95.push((await pace(next, { perSecond: PER_SECOND, seconds: LOOK_SECONDS })).p95);
      seen.push(residentMb(product.pid));
    }
    const warm = seen.slice(Math.floor(seen.length / 6));
    const third = Math.ceil(warm.length / 3);
    return [
      { what: 'start with an empty folder, example office included', p50: startMs, unit: 'ms' },
      {
        ...{
          what: `resident after ${MINUTES} min at ${PER_SECOND}/s`,
          p50: average(warm),
          p95: Math.max(...seen),
          unit: 'MB',
        },
        ...{ growth: average(warm.slice(-third)) / average(warm.slice(0, third)), goal: '<= 350 and flat' },
      },
      { what: `answers meanwhile, worst p95 of ${LOOK_SECONDS} s`, p95: Math.max(...p95), unit: 'ms' },
    ];
  } finally {
    closeConnections();
    await product.stop();
  }
}

function residentMb(pid) {
  return Number(/VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}

const average = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
