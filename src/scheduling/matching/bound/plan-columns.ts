import type { Candidate } from '../../model.js';
import { REMOTE, type PlacedTalk } from '../../schedule/placed-talk.js';
import { noTalks } from '../../schedule/placed-talks.js';
import { addTalks } from '../../schedule/schedule.js';
import { at } from '../at.js';
import type { People } from '../problem/people.js';
import { REMOTE_PLACE } from '../problem/routes.js';
import type { Bin, Item } from './bins.js';
import type { BoundWorld } from './bound-world.js';
import { visitOf, type Column } from './pricing.js';
import { emptyPrices, pricingOf } from './rounds.js';

/** The visits of a plan, so that the linear programme starts from something good. */
export function visitsOfPlan(talks: readonly Candidate[], world: BoundWorld): readonly Column[] {
  const { schedule, people } = world.board.problem;
  const placed = addTalks(talks, { ...schedule, talks: noTalks }).talks.byNewcomer;
  const pricing = pricingOf(world, emptyPrices(world, 0));
  return pricing.bins.flatMap((bin, index) => {
    const items = bin.items.filter((item) => {
      const [talk] = placed.get(at(people.newcomers, item.newcomer).id) ?? [];
      return talk !== undefined && isOf(talk, { bin, item, world });
    });
    const once = [...new Map(items.map((item) => [item.newcomer, item])).values()];
    return once.length === 0 ? [] : [visitOf(pricing, index, once)];
  });
}

function isOf(talk: PlacedTalk, { bin, item, world }: { bin: Bin; item: Item; world: BoundWorld }): boolean {
  const { people, venues } = world.board.problem;
  const { time } = at(world.cells.list, item.cell);
  const { venue } = at(world.capacity.pools.list, item.pool);
  const site = people.sites[at(venues.list, venue).site];
  const isThere =
    talk.site?.id === site && (talk.interpreter === null || placeOf(talk, people) === bin.place);
  const isThen = talk.start >= time.from && talk.start < time.to;
  return isThere && isThen && talk.interpreter?.id === people.interpreters[bin.interpreter]?.id;
}

function placeOf({ place }: PlacedTalk, people: People): number {
  return place === REMOTE ? REMOTE_PLACE : (people.indexOf.site.get(place ?? '') ?? REMOTE_PLACE);
}
