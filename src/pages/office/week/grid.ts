import type { BlockedTime } from '../../../features/resources/index.js';
import type { TalkView } from '../../../features/talks/index.js';
import type { CellView, GridView } from '../../../templates/components/week-grid.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { localDay } from '../local-day.js';
import { cardOf, type CardWorld } from './cards.js';
import { dayPlus, instantOn } from './iso-week.js';
import { resourceOf, type Track, tracksOf, type Resources } from './rows.js';

/** Everything a plan is drawn from. */
export interface GridWorld extends CardWorld {
  readonly talks: readonly TalkView[];
  readonly blocked: readonly BlockedTime[];
  readonly resources: Resources;
  /** Local dates of the columns. */
  readonly days: readonly string[];
}

const FIRST_HOUR = 8;
const LAST_HOUR = 16;

/** Rooms, caseworkers or interpreters against the days of the week. */
export function weekGrid(kind: Track['kind'], world: GridWorld): GridView {
  const { context, days, talks } = world;
  const { t, office, today } = context;
  const tracks = tracksOf(kind, world.resources, talks, t);
  const onDay = (day: string): TalkView[] =>
    talks.filter((talk) => localDay(talk.startsAt, office.timeZone) === day);
  return {
    caption: t(`office:week.caption.${kind}`),
    corner: t(`office:week.corner.${kind}`),
    columns: days.map((day) => ({
      key: day,
      label: context.format.shortDay(noon(day, office.timeZone)),
      isToday: day === today,
    })),
    rows: tracks.map((track) => ({
      key: String(track.id),
      label: track.label,
      below: track.below,
      cells: days.map((day) => {
        const here = onDay(day).filter((talk) => resourceOf(talk, kind) === track.id);
        return cellOf(here, { track, day }, world);
      }),
    })),
  };
}

/** The hours of one day against the rooms. */
export function dayGrid(day: string, world: GridWorld): GridView {
  const { context } = world;
  const { t, office, format } = context;
  const talks = world.talks.filter((talk) => localDay(talk.startsAt, office.timeZone) === day);
  const tracks = tracksOf('room', world.resources, talks, t);
  const hours = hoursOf(talks.map((talk) => Number(format.time(talk.startsAt).slice(0, 2))));
  return {
    caption: t('office:week.caption.day', { day: format.longDate(noon(day, office.timeZone)) }),
    corner: t('office:week.corner.day'),
    columns: tracks.map((track) => ({ key: String(track.id), label: track.label, isToday: false })),
    rows: hours.map((hour) => ({
      key: hour,
      label: hour,
      below: '',
      cells: tracks.map((track) => {
        const here = talks.filter(
          (talk) => talk.roomId === track.id && format.time(talk.startsAt).startsWith(hour.slice(0, 3)),
        );
        return cellOf(here, { track, day, hour }, world);
      }),
    })),
  };
}

/** Noon of a local date stands for the date when it is written. */
export function noon(day: string, timeZone: string): Date {
  return instantOn(day, '12:00', timeZone);
}

interface Place {
  readonly track: Track;
  readonly day: string;
  /** `09:00` in the view by day. */
  readonly hour?: string;
}

function cellOf(talks: readonly TalkView[], place: Place, world: GridWorld): CellView {
  const { context, blocked } = world;
  const { timeZone } = context.office;
  const from = instantOn(place.day, place.hour ?? '00:00', timeZone);
  const until =
    place.hour === undefined
      ? instantOn(dayPlus(place.day, 1), '00:00', timeZone)
      : new Date(from.getTime() + 3_600_000);
  const { kind, id } = place.track;
  const closed = blocked.filter(
    (time) => time.kind === kind && time.id === id && time.from < until && time.until > from,
  );
  const isShut = closed.some((time) => time.from <= from && time.until >= until);
  const cards = talks
    .map((talk) => cardOf(talk, world))
    .sort((a, b) => Number(b.badge.tone === 'conflict') - Number(a.badge.tone === 'conflict'));
  return {
    key: `${place.day} ${place.hour ?? ''} ${id}`,
    cards,
    blocks: closed.map((time) => blockText(time, { from, until }, context)),
    add: isShut || until <= context.now ? null : addLink(place, context),
  };
}

function blockText(
  time: BlockedTime,
  span: { readonly from: Date; readonly until: Date },
  { t, format }: GridWorld['context'],
): string {
  const reason = time.reason === '' ? t(`office:week.blocked.${time.kind}`) : time.reason;
  if (time.from <= span.from && time.until >= span.until) return reason;
  const from = time.from > span.from ? time.from : span.from;
  const until = time.until < span.until ? format.time(time.until) : '24:00';
  return `${reason} ${format.time(from)}–${until}`;
}

function addLink({ track, day, hour }: Place, { t, format, office }: GridWorld['context']): CellView['add'] {
  const query = new URLSearchParams({
    day,
    ...(track.id === null ? {} : { [track.kind]: String(track.id) }),
  });
  const date = format.longDate(noon(day, office.timeZone));
  const when = hour === undefined ? date : `${date}, ${hour}`;
  return {
    href: `${officePaths.chooseHousehold}?${query}`,
    label: t('office:week.add-at', { place: track.label, when }),
  };
}

/** Every full hour from the first to the last, talks outside the usual hours included. */
function hoursOf(starts: readonly number[]): string[] {
  const first = Math.min(FIRST_HOUR, ...starts);
  const last = Math.max(LAST_HOUR, ...starts);
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `${String(first + index).padStart(2, '0')}:00`,
  );
}
