import type { TalkType } from '../model.js';
import type { InvitedNewcomer } from '../schedule/resources.js';
import type { Schedule } from '../schedule/schedule.js';
import { minuteOf } from '../time/instant.js';
import { dayOfDate } from '../time/local-date.js';
import type { Obstacle, ProposalRequest } from './proposal.js';

/** A request with its newcomer looked up and its dates read. Days are day numbers, both included; starts are minutes. */
export interface Question {
  readonly kind: 'question';
  readonly request: ProposalRequest;
  readonly schedule: Schedule;
  readonly newcomer: InvitedNewcomer;
  readonly type: TalkType;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly now: number;
  readonly onlyStart: number | undefined;
  readonly near: number | undefined;
  /** Start of the talk the newcomer was told of already, while it is being moved. */
  readonly publishedStart: number | undefined;
}

export interface Unanswerable {
  readonly kind: 'unanswerable';
  readonly obstacle: Obstacle;
}

/**
 * Reads a request, or says what keeps it from being asked at all. Throws a RangeError for an unreadable date or start.
 */
export function questionOf(request: ProposalRequest, schedule: Schedule): Question | Unanswerable {
  const newcomer = schedule.newcomers.get(request.newcomer);
  if (!newcomer) return unanswerable('everything-is-known', request.newcomer);
  const type = schedule.talkTypes.get(newcomer.talkType);
  if (!type) return unanswerable('everything-is-known', newcomer.id);
  if (schedule.talks.byNewcomer.get(newcomer.id)?.length)
    return unanswerable('newcomer-has-one-talk', newcomer.id);
  const published = schedule.appointments.get(newcomer.id);
  if (published?.pinned) return unanswerable('fixed-talk-stays', newcomer.id);
  return {
    kind: 'question',
    request,
    schedule,
    newcomer,
    type,
    ...daysOf(request, schedule),
    now: minuteOf(schedule.snapshot.now),
    onlyStart: request.start === undefined ? undefined : minuteOf(request.start),
    near: request.near === undefined ? undefined : minuteOf(request.near),
    publishedStart: published && minuteOf(published.start),
  };
}

function daysOf(request: ProposalRequest, schedule: Schedule): Pick<Question, 'firstDay' | 'lastDay'> {
  const from = request.from === undefined ? schedule.firstDay : dayOfDate(request.from);
  const to = request.to === undefined ? schedule.lastDay : dayOfDate(request.to);
  return {
    firstDay: Math.max(schedule.firstDay, schedule.today, from),
    lastDay: Math.min(schedule.lastDay, to),
  };
}

function unanswerable(rule: Obstacle['rule'], newcomer: string): Unanswerable {
  return {
    kind: 'unanswerable',
    obstacle: { rule, count: 1, subject: { kind: 'newcomer', id: newcomer } },
  };
}
