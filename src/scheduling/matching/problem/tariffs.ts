import { int } from '../at.js';
import type { People } from './people.js';
import { REMOTE_PLACE } from './routes.js';

/** Prices and limits of the interpreters in numbers; on site at `interpreter * 2`, from afar one behind it. */
export interface Tariffs {
  readonly hourly: Int32Array;
  readonly minMinutes: Int32Array;
  readonly stepMinutes: Int32Array;
  /** Rappen per visit, by interpreter × sites + site. */
  readonly travel: Int32Array;
  readonly sites: number;
  readonly maxWait: Int32Array;
  readonly transfer: Int32Array;
}

/** Reads the prices once. */
export function tariffsOf({ interpreters, sites }: People): Tariffs {
  const both = interpreters.flatMap(({ onsite, video }) => [onsite, video]);
  return {
    hourly: Int32Array.from(both, (tariff) => tariff?.hourly ?? 0),
    minMinutes: Int32Array.from(both, (tariff) => tariff?.minMinutes ?? 0),
    stepMinutes: Int32Array.from(both, (tariff) => tariff?.stepMinutes ?? 1),
    travel: Int32Array.from(interpreters.flatMap(({ travel }) => sites.map((site) => travel[site] ?? 0))),
    sites: sites.length,
    maxWait: Int32Array.from(interpreters, ({ maxWait }) => maxWait),
    transfer: Int32Array.from(interpreters, ({ transfer }) => transfer),
  };
}

/** Rappen for one visit of `minutes` at a place, the trip included. */
export function visitPrice(
  tariffs: Tariffs,
  interpreter: number,
  visit: { place: number; minutes: number },
): number {
  const { place, minutes } = visit;
  const isRemote = place === REMOTE_PLACE;
  const row = interpreter * 2 + (isRemote ? 1 : 0);
  const step = int(tariffs.stepMinutes, row);
  const paid = Math.max(int(tariffs.minMinutes, row), Math.ceil(minutes / step) * step);
  const time = Math.ceil((paid * int(tariffs.hourly, row)) / 60);
  return isRemote ? time : time + int(tariffs.travel, interpreter * tariffs.sites + place);
}
