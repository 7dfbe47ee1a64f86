import type {
  PictureBlockView,
  PictureWeekView,
} from '../../../templates/pages/office/plans/plan-picture-week.js';
import type { OfficeContext } from '../office-context.js';
import { daysOfWeek } from './weeks.js';
import type { Stay } from './plan-stays.js';

const LEFT = 176;
const TOP = 38;
const ROW = 26;
const WIDTH = 1200;
/** A block is not narrower than the figure in it. */
const LEAST_BLOCK = 14;
const LONGEST_LABEL = 26;

/** Full hours after midnight. */
export interface PictureHours {
  readonly from: number;
  readonly until: number;
}

interface PictureWeek {
  readonly monday: string;
  readonly rooms: readonly Stay[];
  readonly interpreters: readonly Stay[];
  readonly hours: PictureHours;
}

/** One week of a plan, drawn: days across, rooms and interpreters of that week down. */
export function pictureWeek(week: PictureWeek, context: OfficeContext): PictureWeekView {
  const { t, format } = context;
  const all = daysOfWeek(week.monday);
  const inWeek = ({ day }: Stay): boolean => all.includes(day);
  const rooms = week.rooms.filter(inWeek);
  const interpreters = week.interpreters.filter(inWeek);
  const used = new Set([...rooms, ...interpreters].map(({ day }) => day));
  const days = all.filter((day, index) => index < 5 || used.has(day));
  const lanes = lanesOf(rooms, interpreters, context);
  const dayWidth = Math.floor((WIDTH - LEFT) / days.length);
  const place = blockPlacer({ days, dayWidth, hours: week.hours, lanes }, context);
  const title = t('plans:picture.week', { day: format.numericDate(noonOf(week.monday)) });
  const visits = interpreters.filter(({ standing }) => !standing).length;
  return {
    title,
    label: t('plans:picture.label', {
      week: title,
      visits,
      rooms: new Set(rooms.map(({ who }) => who)).size,
    }),
    width: LEFT + days.length * dayWidth,
    height: TOP + lanes.length * ROW + 2,
    rowHeight: ROW,
    top: TOP,
    days: days.map((day, index) => ({
      x: LEFT + index * dayWidth,
      label: format.shortDay(noonOf(day)),
      hours: hourMarks(week.hours, LEFT + index * dayWidth, dayWidth),
    })),
    lanes: lanes.map(({ label, heading }, index) => ({
      y: TOP + index * ROW,
      label: shortened(label),
      heading,
    })),
    blocks: [
      ...rooms.map((stay) => place(`room ${stay.who}`, stay)),
      ...interpreters.map((stay) => place(`interpreter ${stay.who}`, stay)),
    ],
  };
}

interface Lane {
  readonly key: string;
  readonly label: string;
  readonly heading: boolean;
}

function lanesOf(
  rooms: readonly Stay[],
  interpreters: readonly Stay[],
  { t, locale }: OfficeContext,
): Lane[] {
  const lanes = (kind: 'room' | 'interpreter', stays: readonly Stay[]): Lane[] => {
    const names = [...new Set(stays.map(({ who }) => who))].sort((a, b) => a.localeCompare(b, locale));
    if (names.length === 0) return [];
    const heading = { key: kind, label: t(`plans:picture.${kind}s`), heading: true };
    return [heading, ...names.map((who) => ({ key: `${kind} ${who}`, label: who, heading: false }))];
  };
  return [...lanes('room', rooms), ...lanes('interpreter', interpreters)];
}

interface Grid {
  readonly days: readonly string[];
  readonly dayWidth: number;
  readonly hours: PictureHours;
  readonly lanes: readonly Lane[];
}

function blockPlacer(
  { days, dayWidth, hours, lanes }: Grid,
  context: OfficeContext,
): (lane: string, stay: Stay) => PictureBlockView {
  const yOf = new Map(lanes.map(({ key }, index) => [key, TOP + index * ROW]));
  const scale = dayWidth / ((hours.until - hours.from) * 60);
  return (lane, stay) => {
    const minutes = (stay.endsAt.getTime() - stay.startsAt.getTime()) / 60_000;
    const from = minuteOfDay(stay.startsAt, context) - hours.from * 60;
    return {
      x: round(LEFT + days.indexOf(stay.day) * dayWidth + from * scale),
      y: yOf.get(lane) ?? 0,
      width: round(Math.max(LEAST_BLOCK, minutes * scale - 1)),
      standing: stay.standing,
      label: String(stay.names.length),
      title: `${stay.who}: ${context.format.timeRange(stay.startsAt, stay.endsAt)}, ${stay.names.join(', ')}`,
    };
  };
}

/** Every third hour, which is enough to read a time off. */
function hourMarks(
  { from, until }: PictureHours,
  x: number,
  width: number,
): PictureWeekView['days'][number]['hours'] {
  const scale = width / (until - from);
  return Array.from({ length: until - from }, (_, index) => from + index)
    .filter((hour) => hour % 3 === 0 && hour > from)
    .map((hour) => ({ x: round(x + (hour - from) * scale), label: String(hour) }));
}

function minuteOfDay(at: Date, { format }: OfficeContext): number {
  const [hours = '0', minutes = '0'] = format.time(at).split(':');
  return Number(hours) * 60 + Number(minutes);
}

const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

const shortened = (label: string): string =>
  label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;

const round = (value: number): number => Math.round(value * 10) / 10;
