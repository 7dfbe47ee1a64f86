import type { ReviewRow } from '../../../features/plans/index.js';
import type { TalkView } from '../../../features/talks/index.js';
import type {
  PictureBlockView,
  PlanPictureView,
} from '../../../templates/pages/office/plans/plan-picture.js';
import { localDay } from '../local-day.js';
import type { OfficeContext } from '../office-context.js';
import { staysOf, type Stay, type Meeting } from './plan-stays.js';

const LEFT = 170;
const TOP = 20;
const ROW = 22;
const DAY = 76;
/** The part of a day that a column shows, in minutes after midnight. */
const FROM = 7 * 60;
const UNTIL = 19 * 60;

/** The picture of a plan with the talks that stand already. */
export function pictureView(
  rows: readonly ReviewRow[],
  standing: readonly TalkView[],
  context: OfficeContext,
): PlanPictureView {
  const meetings = [...rows.map((row) => meetingOfRow(row)), ...standing.map(meetingOfTalk)];
  const dayOf = (at: Date): string => localDay(at, context.office.timeZone);
  const rooms = staysOf(meetings, ({ room }) => room, dayOf);
  const interpreters = staysOf(meetings, ({ interpreter }) => interpreter, dayOf);
  const days = [...new Set(meetings.map(({ startsAt }) => dayOf(startsAt)))].sort();
  const lanes = lanesOf(rooms, interpreters, context);
  const place = blockPlacer(days, lanes, context);
  const planned = [...interpreters, ...staysWithoutInterpreter(meetings, dayOf)].filter(
    (stay) => !stay.standing,
  );
  return {
    label: context.t('plans:picture.label', { visits: planned.length, days: days.length }),
    width: LEFT + days.length * DAY,
    height: TOP + lanes.length * ROW,
    rowHeight: ROW,
    left: LEFT,
    days: days.map((day, index) => ({ x: LEFT + index * DAY, width: DAY, label: shortDay(day, context) })),
    lanes: lanes.map(({ label, heading }, index) => ({
      y: TOP + index * ROW,
      label: shortened(label),
      heading,
    })),
    blocks: [
      ...rooms.map((stay) => place(`room ${stay.who}`, stay)),
      ...interpreters.map((stay) => place(`interpreter ${stay.who}`, stay)),
    ],
    visits: planned
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.who.localeCompare(b.who))
      .map((stay) => visitLine(stay, context)),
  };
}

function meetingOfRow({ place, minutes, household }: ReviewRow): Meeting {
  const startsAt = new Date(place.startsAt);
  return {
    startsAt,
    endsAt: new Date(startsAt.getTime() + minutes * 60_000),
    room: place.roomName,
    interpreter: place.interpreterName,
    caseworker: place.caseworkerName,
    name: household.name,
    standing: false,
  };
}

function meetingOfTalk(talk: TalkView): Meeting {
  return {
    startsAt: talk.startsAt,
    endsAt: talk.endsAt,
    room: talk.roomName,
    interpreter: talk.interpreterName,
    caseworker: talk.caseworkerName,
    name: talk.personName,
    standing: true,
  };
}

/** Talks that a caseworker holds alone are stays of the caseworker in the table. */
function staysWithoutInterpreter(meetings: readonly Meeting[], dayOf: (at: Date) => string): readonly Stay[] {
  const alone = meetings.filter(({ interpreter }) => interpreter === null);
  return staysOf(alone, ({ caseworker }) => caseworker, dayOf);
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
  const names = (stays: readonly Stay[]): string[] =>
    [...new Set(stays.map(({ who }) => who))].sort((a, b) => a.localeCompare(b, locale));
  const heading = (kind: string): Lane => ({ key: kind, label: t(`plans:picture.${kind}`), heading: true });
  const lane = (kind: string, who: string): Lane => ({ key: `${kind} ${who}`, label: who, heading: false });
  return [
    heading('rooms'),
    ...names(rooms).map((who) => lane('room', who)),
    heading('interpreters'),
    ...names(interpreters).map((who) => lane('interpreter', who)),
  ];
}

function blockPlacer(
  days: readonly string[],
  lanes: readonly Lane[],
  context: OfficeContext,
): (lane: string, stay: Stay) => PictureBlockView {
  const yOf = new Map(lanes.map(({ key }, index) => [key, TOP + index * ROW]));
  const xOf = new Map(days.map((day, index) => [day, LEFT + index * DAY]));
  return (lane, stay) => {
    const from = minuteOfDay(stay.startsAt, context);
    const minutes = (stay.endsAt.getTime() - stay.startsAt.getTime()) / 60_000;
    const scale = (DAY - 4) / (UNTIL - FROM);
    return {
      x: round((xOf.get(stay.day) ?? 0) + 2 + Math.max(0, from - FROM) * scale),
      y: yOf.get(lane) ?? 0,
      width: round(Math.max(3, minutes * scale)),
      standing: stay.standing,
      title: `${stay.who}: ${context.format.timeRange(stay.startsAt, stay.endsAt)}, ${stay.names.join(', ')}`,
    };
  };
}

function visitLine(stay: Stay, context: OfficeContext): PlanPictureView['visits'][number] {
  return {
    key: `${stay.who} ${stay.startsAt.toISOString()}`,
    day: context.format.shortDay(stay.startsAt),
    time: context.format.timeRange(stay.startsAt, stay.endsAt),
    who: stay.who,
    room: stay.rooms.join(', '),
    talks: stay.names.join(', '),
  };
}

function minuteOfDay(at: Date, { format }: OfficeContext): number {
  const [hours = '0', minutes = '0'] = format.time(at).split(':');
  return Number(hours) * 60 + Number(minutes);
}

function shortDay(day: string, { format }: OfficeContext): string {
  return format.shortDay(new Date(`${day}T12:00:00Z`));
}

const shortened = (label: string): string => (label.length > 24 ? `${label.slice(0, 23)}…` : label);

const round = (value: number): number => Math.round(value * 10) / 10;
