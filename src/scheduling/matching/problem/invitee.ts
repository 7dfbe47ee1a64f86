import { firstLegalDay } from '../../cost/talk-cost.js';
import type { InvitedNewcomer } from '../../schedule/resources.js';
import { at } from '../at.js';
import type { Invitee, Problem } from './problem.js';
import { publishedOf, routeChange, type Published } from './published.js';
import { firstDayOf, type RouteDays } from './route-days.js';
import { routesOf, type Route, type RouteFinder } from './routes.js';
import { visitPrice, type Tariffs } from './tariffs.js';

interface Of {
  /** Everything but the invitees. */
  readonly problem: Problem;
  readonly kin: number;
  readonly finder: RouteFinder;
  readonly days: RouteDays;
}

/** What a search needs to know of the newcomer with this number. */
export function inviteeOf(index: number, { problem, kin, finder, days }: Of): Invitee {
  const { schedule, people, tariffs } = problem;
  const newcomer = at(people.newcomers, index);
  const type = people.indexOf.type.get(newcomer.talkType) ?? -1;
  const { minutes, buffer } = people.types[type] ?? { minutes: 0, buffer: 0 };
  const published = publishedOf(newcomer, problem);
  const from = firstDayOf(index, problem);
  const ways = routesOf(index, finder)
    .map((route) => ({ route, days: days(route, type, from) }))
    .filter(({ days }) => days.list.length > 0);
  return {
    type,
    minutes,
    buffer,
    urgency: newcomer.urgency,
    unplanned: schedule.snapshot.weights.unscheduled * newcomer.urgency + (published?.change.dropped ?? 0),
    routes: ways.map(({ route }) => route),
    daysOf: ways.map(({ days }) => days.list),
    daySets: Int32Array.from(ways.flatMap(({ days }) => [...days.bits])),
    interpreterOf: Int32Array.from(ways, ({ route }) => route.interpreter),
    venueOf: Int32Array.from(ways, ({ route }) => route.venue),
    routeCost: Int32Array.from(ways, ({ route }) => route.cost + routeChange(published, route)),
    alone: Int32Array.from(ways, ({ route }) => aloneCost(tariffs, route, minutes)),
    published,
    dayCost: dayCosts(newcomer, published, problem),
    kin,
  };
}

function aloneCost(tariffs: Tariffs, { interpreter, place }: Route, minutes: number): number {
  return interpreter < 0 ? 0 : visitPrice(tariffs, interpreter, { place, minutes });
}

function dayCosts(newcomer: InvitedNewcomer, published: Published | null, problem: Problem): Int32Array {
  const { schedule, grid } = problem;
  const { weights } = schedule.snapshot;
  const first = firstLegalDay(newcomer, schedule) - schedule.firstDay;
  const lateAfter = Math.max(first, newcomer.dueDay - schedule.firstDay);
  return Int32Array.from({ length: grid.days }, (_, day) => {
    const waiting = weights.waiting * Math.max(0, day - first);
    const late = weights.late * newcomer.urgency * Math.max(0, day - lateAfter);
    return waiting + late + (published && published.day !== day ? published.change.day : 0);
  });
}
