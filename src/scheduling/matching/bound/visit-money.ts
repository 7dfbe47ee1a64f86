import { num } from '../at.js';
import type { Problem } from '../problem/problem.js';
import { REMOTE_PLACE } from '../problem/routes.js';
import { visitPrice, type Tariffs } from '../problem/tariffs.js';
import type { Bin } from './bins.js';
import type { Pricing } from './pricing.js';

/**
 * The least Rappen that new talks of so many minutes add, with gaps between them. In a gap the interpreter waits, or
 * goes and comes again for another visit.
 */
export function moneyOf(
  { tariffs }: Problem,
  bin: Bin,
  { minutes, gaps }: { minutes: number; gaps: number },
): number {
  const { interpreter, place, pinnedMinutes, pinnedMoney, wait } = bin;
  if (interpreter < 0) return 0;
  const waited = minutes + pinnedMinutes + gaps * wait;
  let least = visitPrice(tariffs, interpreter, { place, minutes: waited });
  for (let visits = 2; wait > 0 && visits <= gaps + 1; visits++)
    least = Math.min(least, pricePerVisits(tariffs, bin, { visits, minutes: waited - (visits - 1) * wait }));
  return least - pinnedMoney;
}

/** The least that so many visits cost together. */
function pricePerVisits(
  tariffs: Tariffs,
  { interpreter, place }: Bin,
  { visits, minutes }: { visits: number; minutes: number },
): number {
  const row = interpreter * 2 + (place === REMOTE_PLACE ? 1 : 0);
  const travel = place === REMOTE_PLACE ? 0 : num(tariffs.travel, interpreter * tariffs.sites + place);
  const paid = Math.max(visits * num(tariffs.minMinutes, row), minutes);
  return visits * travel + Math.floor((paid * num(tariffs.hourly, row)) / 60);
}

/** Rappen that the time of a visit takes beside money. */
export function timePrice({ problem, cells, prices }: Pricing, bin: Bin, minutes: number): number {
  if (bin.interpreter < 0 || bin.cell < 0) return 0;
  const price = num(prices.minute, bin.interpreter * cells + bin.cell);
  return price * (minutes + num(problem.tariffs.transfer, bin.interpreter));
}
