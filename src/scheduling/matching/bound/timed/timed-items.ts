import { at, num } from '../../at.js';
import { canTakeTalk, openStarts } from '../../board/open-starts.js';
import type { Board } from '../../board/board.js';
import type { Published } from '../../problem/published.js';
import { allows } from '../../problem/start-mask.js';
import type { Bin, Item } from '../bins.js';
import type { Cells } from '../cells.js';
import { roomServer, serverFinder, type ServerFinder } from './server-finder.js';
import { serverSets, type ServerSets } from './servers.js';

/** A talk of one newcomer at one time, with whoever can lead it and wherever it can be then. Minutes since 1970. */
export interface TimedItem extends Item {
  readonly start: number;
  readonly end: number;
  readonly bufferEnd: number;
  /** Slots of the grid during which caseworker and room are taken, `to` not included. */
  readonly from: number;
  readonly to: number;
  /** Slot at which the talk is over, without its buffer. */
  readonly until: number;
  /** Numbers of sets of servers: of caseworkers, and of rooms (empty for a video talk). */
  readonly leaders: number;
  readonly rooms: number;
}

/** Every talk at every time. */
export interface TimedItems {
  /** By bin and talk of the bin: the times that it can have. */
  readonly of: readonly (readonly (readonly TimedItem[])[])[];
  /** Caseworkers, then rooms, numbered through. */
  readonly servers: ServerSets;
}

/** Above so many talks at a time each, bounds with times take too long. */
const MOST_ITEMS = 400_000;

interface Reader {
  readonly board: Board;
  readonly bins: readonly Bin[];
  readonly cells: Cells;
}

/** All talks at all times of the bins; undefined when there are too many. */
export function timedItemsOf(reader: Reader): TimedItems | undefined {
  const servers = serverSets();
  const finder = serverFinder(reader.board, servers);
  let left = MOST_ITEMS;
  const of: (readonly (readonly TimedItem[])[])[] = [];
  for (const bin of reader.bins) {
    const items = bin.items.map((item) => timesOf(item, { reader, bin, servers, finder }));
    for (const times of items) left -= times.length;
    if (left < 0) return undefined;
    of.push(items);
  }
  return { of, servers };
}

interface Place {
  readonly reader: Reader;
  readonly bin: Bin;
  readonly servers: ServerSets;
  readonly finder: ServerFinder;
}

function timesOf(item: Item, { reader, bin, servers, finder }: Place): readonly TimedItem[] {
  const { board, cells } = reader;
  const { grid } = board.problem;
  const { day } = bin;
  const invitee = at(board.problem.invitees, item.newcomer);
  const route = at(invitee.routes, item.route);
  const mask = new Int32Array(grid.words);
  const { from, to } = at(cells.list, item.cell);
  if (!canTakeTalk(board, route.interpreter, day)) return [];
  if (!openStarts(board, { newcomer: item.newcomer, invitee, route, day }, mask)) return [];
  const items: TimedItem[] = [];
  const length = Math.ceil((invitee.minutes + invitee.buffer) / grid.slotMinutes);
  for (let slot = from; slot < to; slot++) {
    if (!allows(mask, 0, slot)) continue;
    const moment = { route, day, type: item.type, slot };
    const leaders = finder.leaders(moment);
    const rooms = finder.rooms(moment);
    const start = num(grid.base, day) + slot * grid.slotMinutes;
    const end = start + invitee.minutes;
    const change = changeCost(invitee.published, { day, start, servers, leaders, rooms, board });
    // name by name: objects that are spread are several times slower to make and to read
    items.push({
      newcomer: item.newcomer,
      type: item.type,
      pool: item.pool,
      route: item.route,
      cell: item.cell,
      cost: item.cost + change,
      start,
      end,
      bufferEnd: end + invitee.buffer,
      from: slot,
      to: Math.min(grid.slots, slot + length),
      until: Math.min(grid.slots, slot + Math.ceil(invitee.minutes / grid.slotMinutes)),
      leaders,
      rooms,
    });
  }
  return items;
}

/** Rappen for another time, caseworker or room than announced, the least there can be. */
function changeCost(
  published: Published | null,
  talk: { day: number; start: number; servers: ServerSets; leaders: number; rooms: number; board: Board },
): number {
  if (!published) return 0;
  const leaders = at(talk.servers.members, talk.leaders);
  const rooms = at(talk.servers.members, talk.rooms);
  const room = roomServer(talk.board, published.room);
  const isOtherTime = published.day === talk.day && published.start !== talk.start;
  const isOtherRoom = !published.isVideo && rooms.length > 0 && !rooms.includes(room);
  return (
    (isOtherTime ? published.change.time : 0) +
    (isOtherRoom ? published.change.room : 0) +
    (leaders.includes(published.caseworker) ? 0 : published.change.caseworker)
  );
}
