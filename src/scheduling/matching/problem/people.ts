import type { TalkType } from '../../model.js';
import type {
  InvitedNewcomer,
  AvailableInterpreter,
  OpenRoom,
  WorkingCaseworker,
} from '../../schedule/resources.js';
import type { Schedule } from '../../schedule/schedule.js';

/** Everybody and everything of a schedule, sorted by id so that the order of an instance does not matter. */
export interface People {
  readonly types: readonly TalkType[];
  readonly newcomers: readonly InvitedNewcomer[];
  readonly caseworkers: readonly WorkingCaseworker[];
  readonly rooms: readonly OpenRoom[];
  readonly interpreters: readonly AvailableInterpreter[];
  readonly sites: readonly string[];
  readonly indexOf: {
    readonly type: ReadonlyMap<string, number>;
    readonly newcomer: ReadonlyMap<string, number>;
    readonly caseworker: ReadonlyMap<string, number>;
    readonly room: ReadonlyMap<string, number>;
    readonly interpreter: ReadonlyMap<string, number>;
    readonly site: ReadonlyMap<string, number>;
  };
}

/** Numbers everybody from 0 on. */
export function peopleOf(schedule: Schedule): People {
  const types = sorted(schedule.talkTypes.values());
  const newcomers = sorted(schedule.newcomers.values());
  const caseworkers = sorted(schedule.caseworkers.values());
  const rooms = sorted(schedule.rooms.values());
  const interpreters = sorted(schedule.interpreters.values());
  const sites = [...schedule.sites.keys()].sort();
  const indexOf = {
    type: indices(types),
    newcomer: indices(newcomers),
    caseworker: indices(caseworkers),
    room: indices(rooms),
    interpreter: indices(interpreters),
    site: new Map(sites.map((site, index) => [site, index])),
  };
  return { types, newcomers, caseworkers, rooms, interpreters, sites, indexOf };
}

function sorted<T extends { readonly id: string }>(items: Iterable<T>): readonly T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function indices(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map((item, index) => [item.id, index]));
}
