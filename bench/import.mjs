// a register extract of 20,000 households over HTTP against COPY of the same lines into a bare table
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { tsImport } from 'tsx/esm/api';
import { byTurns } from './support/rounds.mjs';

const ROWS = Number(process.env.ROWS ?? 20_000);
const COLUMNS = 9;

/** @returns rows of the table; households in a second, and how long the longest import took */
export default async function imports() {
  const { Bench, importArrivals } = await tsImport('../faults/harness/bench.ts', import.meta.url);
  const { arrivalsOf } = await tsImport('../faults/harness/world.ts', import.meta.url);
  const bench = await Bench.start(1);
  const file = arrivalsOf(ROWS, 2);
  try {
    const found = await byTurns(
      async () => {
        const installation = await bench.open();
        const { url } = await installation.startWeb();
        const seconds = await timed(() => importArrivals(url, bench.world.token, file));
        const [{ count }] = await installation.query('select count(*)::int as count from households');
        await bench.clear();
        if (count !== ROWS + 1) throw new Error(`${count - 1} of ${ROWS} households came`);
        return { value: ROWS / seconds, seconds };
      },
      () => bare(bench, file),
      { rounds: 3 },
    );
    const longest = Math.max(...found.seen.map(({ seconds }) => seconds));
    return [
      {
        ...{ what: `import of ${ROWS} households`, ours: found.ours, unit: 'rows/s' },
        ...{
          yardstick: 'COPY, same lines',
          theirs: found.yardstick,
          ratio: found.ratio,
          spread: found.spread,
        },
      },
      { what: 'the longest of them', p50: longest, unit: 's', goal: '<= 60' },
    ];
  } finally {
    await bench.stop();
  }
}

async function bare({ cluster }, file) {
  const client = new pg.Client(cluster.url('postgres'));
  await client.connect();
  try {
    const columns = Array.from({ length: COLUMNS }, (_, index) => `column${index} text`);
    await client.query(`create table lines (${columns.join(', ')})`);
    const copy = `copy lines from stdin (format csv, delimiter ';', header)`;
    const seconds = await timed(() => pipeline([file], client.query(copyFrom(copy))));
    return { value: ROWS / seconds };
  } finally {
    await client.query('drop table if exists lines');
    await client.end();
  }
}

async function timed(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
