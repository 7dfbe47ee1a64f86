import { Injectable } from '@nestjs/common';
import { Offices } from '../../offices/index.js';
import { VisitPrices } from '../../tariffs/index.js';
import type { DropOutRow } from './drop-out.js';
import type { DropOutWay } from './drop-out-ways.js';

/** What the chosen ways cost, in Rappen. */
export interface DropOutPrice {
  /** By talk: the visit with the chosen interpreter, for all talks that go the same way together. */
  readonly of: ReadonlyMap<string, { readonly rappen: number | null; readonly talks: number }>;
  /** New visits together; what has no tariff is left out. */
  readonly total: number;
  /** Households that read something new. */
  readonly told: number;
}

interface Chosen {
  readonly row: DropOutRow;
  readonly way: DropOutWay;
}

/** Prices ways of going on: talks of one day with the same interpreter, place and mode are one visit. */
@Injectable()
export class DropOutPrices {
  constructor(
    private readonly offices: Offices,
    private readonly prices: VisitPrices,
  ) {}

  /** @param chosen the way of each talk; a talk that is left out goes its first one */
  async of(
    officeId: number,
    rows: readonly DropOutRow[],
    chosen: ReadonlyMap<string, string>,
  ): Promise<DropOutPrice> {
    const { timeZone } = await this.offices.get(officeId);
    const groups = new Map<string, Chosen[]>();
    let told = 0;
    for (const row of rows) {
      const way = row.ways.find(({ key }) => key === chosen.get(row.talk.id)) ?? row.ways[0];
      told += way?.told ?? 0;
      if (!way || way.interpreterId === null) continue;
      const key = [way.interpreterId, way.mode, placeOf({ row, way }), dayOf({ row, way }, timeZone)].join(
        '|',
      );
      groups.set(key, [...(groups.get(key) ?? []), { row, way }]);
    }
    const of = new Map<string, { rappen: number | null; talks: number }>();
    for (const group of groups.values()) {
      const rappen = await this.price(officeId, group, timeZone);
      for (const { row } of group) of.set(row.talk.id, { rappen, talks: group.length });
    }
    const total = [...groups.values()].reduce(
      (sum, [first]) => sum + (of.get(first?.row.talk.id ?? '')?.rappen ?? 0),
      0,
    );
    return { of, total, told };
  }

  private async price(officeId: number, group: readonly Chosen[], timeZone: string): Promise<number | null> {
    const [first] = group;
    const { interpreterId, mode } = first?.way ?? {};
    if (!first || !interpreterId || !mode) return null;
    const talks = group
      .map((one) => ({ id: one.row.talk.id, ...stretchOf(one) }))
      .sort((a, b) => a.from.localeCompare(b.from));
    const visit = { mode, place: placeOf(first), talks };
    const cost = await this.prices.of({ officeId, interpreterId, day: dayOf(first, timeZone), visit });
    return cost?.total ?? null;
  }
}

function startOf({ row, way }: Chosen): number {
  return way.slot ? Date.parse(way.slot.startsAt) : row.talk.start * 60_000;
}

function stretchOf(chosen: Chosen): { readonly from: string; readonly to: string } {
  const start = startOf(chosen);
  const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16)}Z`;
  return { from: instant(start), to: instant(start + chosen.row.talk.minutes * 60_000) };
}

/** The present town for a slot too: an office's sites are rarely in two towns, and the booking prices it exactly. */
function placeOf({ row, way }: Chosen): string {
  return way.mode === 'onsite' ? row.talk.town : '';
}

function dayOf(chosen: Chosen, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(startOf(chosen));
}
