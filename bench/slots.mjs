// GET /api/v1/slots for households of the example office, each beside one GET /health/live
import { percentile, startProduct } from './support/product.mjs';

const WARM_UP = 60;
const MEASURED = 300;

/** @returns rows of the table; times in ms */
export default async function slots() {
  const product = await startProduct();
  try {
    const token = await product.command('token', 'create', '--role', 'coordinator');
    const get = async (path) => {
      const started = performance.now();
      const answer = await fetch(product.url + path, { headers: { authorization: `Bearer ${token}` } });
      const body = await answer.json();
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`);
      return { ms: performance.now() - started, body };
    };
    const { body: households } = await get('/api/v1/households?state=open&limit=200');
    const ids = households.items.map(({ id }) => id);
    const times = { slots: [], live: [] };
    let proposed = 0;
    for (let round = -WARM_UP; round < MEASURED; round += 1) {
      const id = ids[(round + WARM_UP) % ids.length];
      const asked = await get(`/api/v1/slots?household=${id}&limit=5`);
      const live = await get('/health/live');
      if (round < 0) continue;
      if (asked.body.items.length > 0) proposed += 1;
      times.slots.push(asked.ms);
      times.live.push(live.ms);
    }
    return [row(`GET /api/v1/slots (${proposed} of ${MEASURED} with places)`, times)];
  } finally {
    await product.stop();
  }
}

function row(what, { slots, live }) {
  return {
    what,
    p50: percentile(slots, 50),
    p95: percentile(slots, 95),
    unit: 'ms',
    yardstick: 'GET /health/live',
    yardstickP50: percentile(live, 50),
    yardstickP95: percentile(live, 95),
    ratio: percentile(slots, 50) / percentile(live, 50),
    goal: 'p95 <= 150',
  };
}
