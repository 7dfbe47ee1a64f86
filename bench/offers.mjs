// 2 and 50 interpreters accept the same talk at one moment, over HTTP, from two web processes of the built product.
// ROUNDS (200), INTERPRETERS (50), DATABASE_URL (an own embedded PostgreSQL). Run by itself it prints the result as
// JSON and ends with 1 unless every round had one winner, "already taken" for all others, and one notice for each.
import { fileURLToPath } from 'node:url';
import { offerRace } from './support/offer-race.mjs';

const settings = {
  rounds: Number(process.env.ROUNDS ?? 200),
  interpreters: Number(process.env.INTERPRETERS ?? 50),
  databaseUrl: process.env.DATABASE_URL,
};

/** @returns rows of the table; times in ms */
export default async function offersBench() {
  const result = await offerRace(settings);
  if (!result.isRight) throw new Error(`The race went wrong: ${JSON.stringify(result)}`);
  const { rounds, interpreters, takenMs } = result;
  return [
    { what: `already taken, ${rounds} rounds of 2 or ${interpreters} interpreters`, ...takenMs, unit: 'ms' },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = await offerRace(settings);
  console.log(JSON.stringify(result));
  process.exitCode = result.isRight ? 0 : 1;
}
