import { firstLegalDay } from '../../cost/talk-cost.js';
import type { InvitedNewcomer } from '../../schedule/resources.js';
import type { Schedule } from '../../schedule/schedule.js';
import { minuteOf } from '../../time/instant.js';
import { at, int } from '../at.js';
import { startsTouching, type Grid } from './grid.js';
import type { People } from './people.js';
import { allowStarts, forbidStarts, type StartMasks } from './start-mask.js';

interface Reader {
  readonly schedule: Schedule;
  readonly grid: Grid;
  readonly people: People;
}

/** When each newcomer could come, one mask per newcomer and day: earliest day, notice and unavailable times. */
export function newcomerStartsOf(reader: Reader): StartMasks {
  const { grid, people } = reader;
  const masks = new Int32Array(people.newcomers.length * grid.days * grid.words);
  people.newcomers.forEach((newcomer, index) => {
    const offset = index * grid.days * grid.words;
    allowFromFirstDay(masks, offset, { newcomer, reader });
    allowPublishedStart(masks, offset, { newcomer, reader });
    forbidUnavailable(masks, offset, { newcomer, reader });
  });
  return masks;
}

interface Of {
  readonly newcomer: InvitedNewcomer;
  readonly reader: Reader;
}

function allowFromFirstDay(masks: StartMasks, offset: number, { newcomer, reader }: Of): void {
  const { grid, schedule } = reader;
  const first = firstLegalDay(newcomer, schedule) - schedule.firstDay;
  for (let day = first; day < grid.days; day++)
    allowStarts(masks, offset + day * grid.words, { from: 0, to: grid.slots - 1 });
}

/** A published start needs no new notice. */
function allowPublishedStart(masks: StartMasks, offset: number, { newcomer, reader }: Of): void {
  const { grid, schedule } = reader;
  const published = schedule.appointments.get(newcomer.id);
  if (!published) return;
  const start = minuteOf(published.start);
  const day = schedule.zone.dayOf(start) - schedule.firstDay;
  const slot = (start - int(grid.base, day)) / grid.slotMinutes;
  const isOnGrid = day >= 0 && day < grid.days && Number.isInteger(slot) && slot >= 0 && slot < grid.slots;
  if (!isOnGrid || schedule.firstDay + day < newcomer.earliestDay) return;
  allowStarts(masks, offset + day * grid.words, { from: slot, to: slot });
}

function forbidUnavailable(masks: StartMasks, offset: number, { newcomer, reader }: Of): void {
  const { grid, people, schedule } = reader;
  const type = people.indexOf.type.get(newcomer.talkType);
  if (type === undefined) return;
  const { minutes } = at(people.types, type);
  for (const time of newcomer.unavailableTimes) {
    const first = Math.max(0, schedule.zone.dayOf(time.from) - schedule.firstDay - 1);
    const last = Math.min(grid.days - 1, schedule.zone.dayOf(time.to) - schedule.firstDay);
    for (let day = first; day <= last; day++)
      forbidStarts(masks, offset + day * grid.words, startsTouching(time, minutes, { grid, day }));
  }
}
