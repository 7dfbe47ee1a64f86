import type { CostLine } from './cost-line.js';
import type { PricedVisit } from './priced-visit.js';
import type { Rappen, Travel } from './tariff-rules.js';
import { rappenOf } from './time-price.js';

/** What one journey costs; what nobody has entered is a line without an amount. */
export function travelLines({ mode, place, journey }: PricedVisit, travel: Travel): readonly CostLine[] {
  if (mode !== 'onsite') return [];
  if (travel.kind === 'hourly') return journey ? timed(journey.minutes, travel.hourly) : [UNKNOWN];
  if (travel.kind === 'zones') return flat(zoneAmount(place, travel));
  if (travel.far && journey && journey.kilometres >= travel.far.fromKilometres) {
    const ticket: CostLine = { what: 'ticket', amount: journey.ticketRappen };
    return [...timed(journey.minutes, travel.far.hourly), ticket];
  }
  return flat(travel.amount);
}

const UNKNOWN: CostLine = { what: 'travel-unknown', amount: 0 };

function timed(minutes: number, rate: Rappen): CostLine[] {
  return [{ what: 'travel-time', minutes, rate, amount: rappenOf(rate * minutes) }];
}

function flat(amount: Rappen | null): CostLine[] {
  if (amount === null) return [UNKNOWN];
  return amount === 0 ? [] : [{ what: 'travel', amount }];
}

function zoneAmount(place: string, { zones, elsewhere }: Extract<Travel, { kind: 'zones' }>): Rappen | null {
  return zones.find(({ places }) => places.includes(place))?.amount ?? elsewhere;
}
