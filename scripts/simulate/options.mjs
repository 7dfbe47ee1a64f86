import { parseArgs } from 'node:util';

export const HELP = `npm run simulate -- [--offices 26] [--years 10] [--households 25000] [--seed 1] [--now 2026-11-23T12:00:00Z]

Fills an empty database with a synthetic history: DATABASE_URL, or an embedded one in build/simulation.
  --offices      how many; the largest has about a sixth of the households
  --years        how far back
  --households   arrivals a year in all offices together
  --seed         the same seed and --now give the same history
  --now          its end (default: the present)`;

/** Numbers and the instant of the command line. Throws for anything else. */
export function optionsFrom(args) {
  const text = (value) => ({ type: 'string', default: value });
  const { values } = parseArgs({
    args,
    options: {
      ...{ help: { type: 'boolean', default: false }, now: text(new Date().toISOString()) },
      ...{ offices: text('26'), years: text('10'), households: text('25000'), seed: text('1') },
    },
  });
  const now = new Date(values.now);
  if (Number.isNaN(now.getTime()))
    throw new Error(`--now ${values.now} is no instant: write 2026-11-23T12:00:00Z.`);
  return {
    ...{ help: values.help, now, years: numberOf(values, 'years', 0.1) },
    ...{
      offices: numberOf(values, 'offices'),
      households: numberOf(values, 'households'),
      seed: numberOf(values, 'seed', 0),
    },
  };
}

function numberOf(values, name, least = 1) {
  const number = Number(values[name]);
  if (number >= least) return number;
  throw new Error(`--${name} ${values[name]} must be a number from ${least}.`);
}
