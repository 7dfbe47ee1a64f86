// free places for households of the example office against an endpoint of bare Nest with an answer of the same size
import { byTurns } from './support/rounds.mjs';
import { load } from './support/load.mjs';
import { startBareAnswer } from './support/bare-answer.mjs';
import { startProduct } from './support/product.mjs';
import { request } from './support/web-processes.mjs';

/** @returns rows of the table; answers in a second */
export default async function slots() {
  const product = await startProduct();
  const token = await product.command('token', 'create', '--role', 'coordinator');
  const options = { headers: { authorization: `Bearer ${token}` } };
  const { body } = await request(`${product.url}/api/v1/households?state=open&limit=200`, options);
  const ids = body.items.map(({ id }) => id);
  let asked = 0;
  const slotsOfNext = () => {
    asked += 1;
    return [`${product.url}/api/v1/slots?household=${ids[asked % ids.length]}&limit=5`, options];
  };
  const sample = await request(...slotsOfNext());
  const bare = await startBareAnswer(JSON.stringify(sample.body).length, 'application/json');
  try {
    await load(slotsOfNext, { clients: 4, seconds: 3 });
    const found = await byTurns(
      () => load(slotsOfNext),
      () => load(() => [bare.url]),
    );
    const p95 = Math.max(...found.seen.map((round) => round.p95));
    return [
      {
        ...{ what: 'free places, nothing cached', ours: found.ours, unit: 'answers/s', p95 },
        ...{
          yardstick: 'bare Nest, same size',
          theirs: found.yardstick,
          ratio: found.ratio,
          spread: found.spread,
        },
        goal: 'ratio >= 0.10',
      },
    ];
  } finally {
    await bare.stop();
    await product.stop();
  }
}
