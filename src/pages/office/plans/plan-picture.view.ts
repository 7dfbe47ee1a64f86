import type { ReviewRow } from '../../../features/plans/index.js';
import type { TalkView } from '../../../features/talks/index.js';
import type { PlanPictureView } from '../../../templates/pages/office/plans/plan-picture.js';
import { localDay } from '../local-day.js';
import type { OfficeContext } from '../office-context.js';
import { mondayOf } from './weeks.js';
import { pictureWeek, type PictureHours } from './plan-picture-week.js';
import { staysOf, type Meeting, type Stay } from './plan-stays.js';

/** The picture of a plan, week by week, with the talks that stand already. */
export function pictureView(
  rows: readonly ReviewRow[],
  standing: readonly TalkView[],
  context: OfficeContext,
): PlanPictureView {
  const meetings = [...rows.map(meetingOfRow), ...standing.map(meetingOfTalk)];
  const dayOf = (at: Date): string => localDay(at, context.office.timeZone);
  const rooms = staysOf(meetings, ({ room }) => room, dayOf);
  const interpreters = staysOf(meetings, ({ interpreter }) => interpreter, dayOf);
  const alone = meetings.filter(({ interpreter }) => interpreter === null);
  const visits = [...interpreters, ...staysOf(alone, ({ caseworker }) => caseworker, dayOf)]
    .filter((stay) => !stay.standing)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.who.localeCompare(b.who));
  const hours = hoursOf(meetings, context);
  const mondays = [...new Set(meetings.map(({ startsAt }) => mondayOf(dayOf(startsAt))))].sort();
  return {
    weeks: mondays.map((monday) => pictureWeek({ monday, rooms, interpreters, hours }, context)),
    visits: visits.map((stay) => visitLine(stay, context)),
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

/** The hours that every day of the picture shows: those of the earliest and the latest talk. */
function hoursOf(meetings: readonly Meeting[], { format }: OfficeContext): PictureHours {
  const hour = (at: Date): number => Number(format.time(at).slice(0, 2));
  const from = Math.min(12, ...meetings.map(({ startsAt }) => hour(startsAt)));
  const until = Math.max(13, ...meetings.map(({ endsAt }) => hour(endsAt) + 1));
  return { from, until };
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
