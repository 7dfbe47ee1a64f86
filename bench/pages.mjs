// the week of staff and the page of a newcomer against an answer of bare Nest with the same bytes
import { byTurns } from './support/rounds.mjs';
import { load } from './support/load.mjs';
import { startBareAnswer } from './support/bare-answer.mjs';
import { startProduct } from './support/product.mjs';
import { newcomerPath, staffHeaders } from './support/visitors.mjs';
import { request } from './support/web-processes.mjs';

/** @returns rows of the table; answers in a second */
export default async function pages() {
  const product = await startProduct();
  try {
    const rows = [];
    for (const [what, path, headers] of [
      ['week of staff', '/office/week', await staffHeaders(product.client)],
      ['page of a newcomer', await newcomerPath(product.client, product.secretKey), {}],
    ]) {
      rows.push(await compare(what, `${product.url}${path}`, headers));
    }
    return rows;
  } finally {
    await product.stop();
  }
}

async function compare(what, url, headers) {
  const sample = await request(url, { headers });
  if (sample.status !== 200) throw new Error(`${what}: ${sample.status}`);
  const bare = await startBareAnswer(Buffer.byteLength(sample.body), 'text/html; charset=utf-8');
  try {
    await load(() => [url, { headers }], { clients: 4, seconds: 3 });
    const found = await byTurns(
      () => load(() => [url, { headers }]),
      () => load(() => [bare.url]),
    );
    return {
      ...{ what, ours: found.ours, unit: 'pages/s', p95: Math.max(...found.seen.map(({ p95 }) => p95)) },
      ...{
        yardstick: 'bare Nest, same bytes',
        theirs: found.yardstick,
        ratio: found.ratio,
        spread: found.spread,
      },
      goal: 'ratio >= 0.15',
    };
  } finally {
    await bare.stop();
  }
}
