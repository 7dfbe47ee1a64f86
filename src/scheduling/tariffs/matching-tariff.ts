import type { Tariff } from '../model.js';
import type { Rappen, TariffRules, TimePrice, Travel } from './tariff-rules.js';

/** What the search for a plan reckons with: the price of time on site and from afar, and one price of a journey. */
export interface MatchingTariff {
  readonly onsite: Tariff | null;
  readonly remote: Tariff | null;
  readonly travel: Rappen;
}

/**
 * The matching format's parameters of a tariff (`onsite`, `video`, `travel`). It knows no flat price of a call, no zones
 * and no surcharges: a call costs its minutes, at least as many as its flat price pays for; a journey costs the dearest
 * zone, with the flat price per visit; a journey paid by time costs nothing there.
 */
export function matchingTariff({ prices, travel, visitFlat }: TariffRules): MatchingTariff {
  const remote = prices.phone ?? prices.video;
  return {
    onsite: prices.onsite ? timeOf(prices.onsite) : null,
    remote: remote ? timeOf(remote) : null,
    travel: journeyOf(travel) + visitFlat,
  };
}

function timeOf(price: TimePrice): Tariff {
  if (price.kind === 'hourly') {
    const { hourly, minMinutes, stepMinutes } = price;
    return { hourly, minMinutes, stepMinutes };
  }
  const { flat, perMinute } = price;
  return { hourly: perMinute * 60, minMinutes: Math.ceil(flat / perMinute), stepMinutes: 1 };
}

function journeyOf(travel: Travel): Rappen {
  if (travel.kind === 'flat') return travel.amount;
  if (travel.kind === 'hourly') return 0;
  return Math.max(travel.elsewhere ?? 0, ...travel.zones.map(({ amount }) => amount));
}
