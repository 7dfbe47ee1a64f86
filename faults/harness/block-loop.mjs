import { existsSync } from 'node:fs';

/** Loaded into a process of the product by `--import`: its event loop stands still as soon as BLOCK_WHEN exists. */
const { BLOCK_WHEN = '', BLOCK_SECONDS = '0' } = process.env;
const timer = setInterval(() => {
  if (!existsSync(BLOCK_WHEN)) return;
  clearInterval(timer);
  const until = performance.now() + Number(BLOCK_SECONDS) * 1000;
  while (performance.now() < until);
}, 20);
timer.unref();
