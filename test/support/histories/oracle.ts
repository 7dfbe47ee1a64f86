import { Temporal } from 'temporal-polyfill';
import {
  type Arrival,
  type FinalNotice,
  type TalkLog,
  type Told,
  type Version,
  versionAt,
} from './told-log.js';

const HOUR = 3_600_000;
const ZONE = 'Europe/Zurich';
/** Public holidays of Basel-Landschaft in the times of the histories (date-holidays, Feiertagsgesetz SGS 547). */
const HOLIDAYS = new Set([
  ...[
    '2027-01-01',
    '2027-03-26',
    '2027-03-28',
    '2027-03-29',
    '2027-05-01',
    '2027-05-06',
    '2027-05-16',
    '2027-05-17',
  ],
  ...['2027-08-01', '2027-12-25', '2027-12-26', '2028-01-01'],
]);
const TELLING = ['invitation', 'change', 'confirmation', 'interpreter-booked', 'interpreter-moved'];
const RUNGS = ['answer-reminder', 'answer-letter', 'second-invitation'];
const ENDING = ['cancellation', 'interpreter-cancelled'];

/** Everything that is wrong with what was told, in words; nothing of the planner's own reckoning is used. */
export function faultsOf(told: Told): string[] {
  const perTalk = told.talks.flatMap((talk) => {
    const arrivals = told.arrivals.filter(({ talkId }) => talkId === talk.talkId);
    const notices = told.notices.filter(({ talkId }) => talkId === talk.talkId);
    const world = { talk, arrivals, notices, told };
    return [...staleOnes(world), ...lastWords(world), ...reminders(world), ...rungs(world)].map(
      (fault) => `${talk.talkId} ${fault}`,
    );
  });
  return [...perTalk, ...repeated(told), ...stuck(told)];
}

interface TalkWorld {
  readonly talk: TalkLog;
  readonly arrivals: readonly Arrival[];
  readonly notices: readonly FinalNotice[];
  readonly told: Told;
}

const shown = (at: number): string => new Date(at).toISOString();

/** Once: only where nobody saw the end may there be a second copy, with the same Message-ID. */
function repeated({ arrivals, uncertain }: Told): string[] {
  const counts = new Map<string, number>();
  for (const { noticeId } of arrivals) counts.set(noticeId, (counts.get(noticeId) ?? 0) + 1);
  return [...counts]
    .filter(([id, count]) => count > (uncertain.has(id) ? 2 : 1))
    .map(([id, count]) => `${id} arrived ${count} times`);
}

/** Nothing waits for ever. */
function stuck({ notices }: Told): string[] {
  return notices
    .filter(({ state }) => state === 'planned' || state === 'sending')
    .map(({ id, kind, state }) => `${id} ${kind} is ${state} in the end`);
}

/** None for an old revision, none but the cancellation after one, order kept, and the time told is the time that holds. */
function staleOnes({ talk, arrivals }: TalkWorld): string[] {
  return arrivals.flatMap((arrival) => {
    const now = versionAt(talk, arrival.at);
    const what = `${arrival.kind} of revision ${arrival.revision} at ${shown(arrival.at)}`;
    if (!now || now.revision !== arrival.revision) return [`${what}: the talk is at ${now?.revision ?? 0}`];
    const isEnding = ENDING.includes(arrival.kind);
    if ((now.state === 'cancelled') !== isEnding) return [`${what}: the talk is ${now.state}`];
    if (!isEnding && now.startsAt !== arrival.toldStart) return [`${what}: says ${shown(arrival.toldStart)}`];
    return [];
  });
}

const NEEDS_STAFF = ['bounced', 'failed', 'unknown', 'dropped'];

/** Who must know how it ended does, or staff see that not. */
function lastWords(world: TalkWorld): string[] {
  const parties = world.talk.hasInterpreter
    ? (['household', 'interpreter'] as const)
    : (['household'] as const);
  const last = world.talk.versions.at(-1)!;
  return parties.flatMap((party) => {
    const arrivals = world.arrivals.filter(({ recipientKind }) => recipientKind === party);
    const notices = world.notices.filter(({ recipientKind }) => recipientKind === party);
    const faults = last.state === 'cancelled' ? ending : knowing;
    return faults({ ...world, arrivals, notices }, last).map((fault) => `${party} ${fault}`);
  });
}

/** The last thing they were told holds, be it of this revision or of one to whose time the talk came back. */
function knowing({ arrivals, notices }: TalkWorld, { revision, startsAt }: Version): string[] {
  const knows = arrivals.findLast(({ kind }) => TELLING.includes(kind))?.toldStart === startsAt;
  return knows || isSeenByStaff(notices, revision) ? [] : [`never heard of revision ${revision}`];
}

/** Whoever was told hears of the end, once; whoever was not hears nothing, unless nobody could know. */
function ending({ arrivals, notices, told }: TalkWorld, { at, revision }: Version): string[] {
  const last = arrivals.filter((one) => one.revision === revision);
  const isOnPaperToo = last.some(({ channel }) => channel === 'letter');
  // a copy of unknown end that came back when repeated is followed by a letter, though the first may have arrived
  const cameBack = (id: string): boolean =>
    isOnPaperToo && told.uncertain.has(id) && notices.some((one) => one.id === id && one.state === 'bounced');
  const ends = new Set(last.map(({ noticeId }) => noticeId).filter((id) => !cameBack(id)));
  const heard = arrivals.some((one) => one.at <= at && one.revision < revision);
  const mayHaveHeard = heard || notices.some(({ id }) => told.uncertain.has(id) || told.stopped.has(id));
  if (heard && ends.size === 0 && !isSeenByStaff(notices, revision))
    return ['was not told of the cancellation'];
  if (!mayHaveHeard && ends.size > 0) return ['hears of the end of a talk it does not know'];
  return ends.size > 1 ? [`hears ${ends.size} times of the end`] : [];
}

function isSeenByStaff(notices: readonly FinalNotice[], revision: number): boolean {
  return notices.some(
    (one) => one.revision === revision && NEEDS_STAFF.includes(one.state) && one.reason !== 'too-late',
  );
}

/** The local day on which a reminder leaves: so many days before, earlier when that is a Sunday or a holiday. */
function reminderAt(startsAt: number, days: number): number {
  let day = localDay(startsAt).subtract({ days });
  while (isFree(day)) day = day.subtract({ days: 1 });
  return day.toPlainDateTime(Temporal.PlainTime.from('09:00')).toZonedDateTime(ZONE).epochMilliseconds;
}

const localDay = (at: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toPlainDate();
const isFree = (day: Temporal.PlainDate): boolean => day.dayOfWeek === 7 || HOLIDAYS.has(day.toString());

/** Nobody is written to by itself at night, on Sundays or on holidays. */
function isQuiet(at: number): boolean {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
  return hour >= 20 || hour < 7 || isFree(localDay(at));
}

const isReminder = (kind: string): boolean => kind.startsWith('reminder-') || kind === 'interpreter-reminder';

/** Each reminder comes in its time, and comes when somebody looked in that time. */
function reminders(world: TalkWorld): string[] {
  const wrong = world.arrivals
    .filter(({ kind }) => isReminder(kind))
    .flatMap(({ at, kind, toldStart }) => {
      const days = kind === 'reminder-7' ? 7 : 1;
      const isEarly = at < reminderAt(toldStart, days);
      const isLate = at > toldStart - 2 * HOUR || (days === 7 && at >= reminderAt(toldStart, 1));
      return isEarly || isLate || isQuiet(at)
        ? [`${kind} at ${shown(at)} of a talk at ${shown(toldStart)}`]
        : [];
    });
  return [...wrong, ...missedReminders(world)];
}

/** The reminders of the last time that held, which the household should have got by e-mail. */
function missedReminders(world: TalkWorld): string[] {
  const { talk } = world;
  const last = talk.versions.findLast(({ state }) => state !== 'cancelled');
  if (!last || talk.byLetter || isOnPaper(world, last.revision)) return [];
  return [7, 1]
    .filter((days) => wasTimeFor(world, last, days) && !isDealtWith(world, last.revision, days))
    .map((days) => `no reminder ${days} days before ${shown(last.startsAt)}`);
}

/** Planned long enough before, and somebody looked while it was useful. */
function wasTimeFor({ talk, told }: TalkWorld, { revision, startsAt }: Version, days: number): boolean {
  const first = talk.versions.find((version) => version.revision === revision)!;
  const over = talk.versions.find(({ state }) => state === 'cancelled')?.at ?? Infinity;
  const due = reminderAt(startsAt, days);
  const end = Math.min(over, days === 7 ? reminderAt(startsAt, 1) : startsAt - 2 * HOUR);
  // a round of sending takes a moment, and so does a second try
  const isLookedFor = told.looks.some((at) => at > due && at + HOUR < end && !isQuiet(at));
  return first.at + 13 * HOUR < due && isLookedFor;
}

/** It arrived, staff see that it did not, or it was being tried when the talk changed. */
function isDealtWith({ arrivals, notices }: TalkWorld, revision: number, days: number): boolean {
  const isMeant = (one: Arrival | FinalNotice): boolean =>
    one.kind === `reminder-${days}` && one.revision === revision;
  const isTried = ({ attempts, state }: FinalNotice): boolean => attempts > 0 || NEEDS_STAFF.includes(state);
  return arrivals.some(isMeant) || notices.some((one) => isMeant(one) && isTried(one));
}

/** The household reads of this revision by letter, because its address failed. */
function isOnPaper({ notices }: TalkWorld, revision: number): boolean {
  return notices.some(
    (one) =>
      one.revision === revision &&
      one.recipientKind === 'household' &&
      (one.state === 'bounced' || (one.channel === 'letter' && TELLING.includes(one.kind))),
  );
}

/** A rung asks only who has not answered and is not left alone, by day, and not before a week is over. */
function rungs({ talk, arrivals, told }: TalkWorld): string[] {
  const asked = arrivals.filter(({ kind }) => RUNGS.includes(kind));
  const suspended = told.suspensions.filter(({ household }) => household === talk.household);
  return asked.flatMap(({ at, kind, channel, revision }) => {
    const what = `${kind} at ${shown(at)}`;
    const version = versionAt(talk, at);
    const invited = talk.versions.find((one) => one.revision === revision)!;
    if (version?.state !== 'invited') return [`${what}: the talk is ${version?.state ?? 'unknown'}`];
    if (suspended.some(({ from, until }) => from <= at && at < until)) return [`${what}: suspended`];
    if (at < invited.at + 6 * 24 * HOUR) return [`${what}: too early`];
    return channel === 'email' && isQuiet(at) ? [`${what}: quiet`] : [];
  });
}
