import { roomHasVideo } from '../rules/room-has-video.js';
import type { Violation } from '../rules/rule.js';
import type { PlacedTalk } from '../schedule/placed-talk.js';
import type { WorkingCaseworker } from '../schedule/resources.js';
import { placeTalk } from './place-talk.js';
import type { Place } from './place.js';
import type { Question } from './question.js';
import {
  caseworkerFits,
  caseworkerThen,
  firstViolation,
  interpreterFits,
  interpreterOnDay,
  interpreterThen,
  roomFits,
  roomThen,
  startRules,
} from './rule-groups.js';
import { languagesFor, type Understanding } from './understanding.js';

const roomRules = [...roomFits, ...roomThen];
const caseworkerRules = [...caseworkerFits, ...caseworkerThen];
const interpreterRules = [...interpreterFits, ...interpreterOnDay, ...interpreterThen];

/** One start at one place, with some talk there that the rules can be asked about. */
interface Attempt {
  readonly talk: PlacedTalk;
  readonly start: number;
  readonly place: Place;
  readonly question: Question;
}

/** Who could make a talk understood: an interpreter in some way, or a caseworker. */
type Helper = Understanding | WorkingCaseworker;

/** What rules a start out; of rooms, caseworkers and ways to understand each other only where all are ruled out. */
export function violationsAt(start: number, place: Place, question: Question): readonly Violation[] {
  const [room] = place.rooms;
  const [caseworker] = place.caseworkers;
  if (room === undefined || !caseworker) return [nobodyAt(place, room === undefined)];
  const understanding = place.understandings[0] ?? { lang: '', interpreter: null, interpreterMode: null };
  const talk = placeTalk({ place, room, caseworker, understanding }, start, question);
  const attempt = { talk, start, place, question };
  const atStart = firstViolation(startRules, talk, question.schedule);
  if (atStart) return [atStart];
  return distinct([
    ...unlessOneIsFine(place.rooms, (each) => aboutRoom({ ...talk, room: each }, attempt)),
    ...unlessOneIsFine(place.caseworkers, (each) => aboutCaseworker(each, attempt)),
    ...aboutUnderstanding(attempt),
  ]);
}

function nobodyAt({ site }: Place, lacksRoom: boolean): Violation {
  const rule = lacksRoom ? 'room-is-at-the-site' : 'caseworker-of-the-office';
  return { rule, ...(site && { subject: { kind: 'site', id: site.id } }) };
}

function aboutRoom(talk: PlacedTalk, { question }: Attempt): Violation | undefined {
  return firstViolation(roomRules, talk, question.schedule);
}

function aboutCaseworker(caseworker: WorkingCaseworker, { talk, question }: Attempt): Violation | undefined {
  return firstViolation(caseworkerRules, { ...talk, caseworker }, question.schedule);
}

function aboutUnderstanding(attempt: Attempt): readonly Violation[] {
  const { understandings, caseworkers } = attempt.place;
  const helpers = understandings.flatMap((understanding): readonly Helper[] =>
    understanding.interpreter
      ? [understanding]
      : caseworkers.filter((caseworker) => caseworker.languages.includes(understanding.lang)),
  );
  const found = unlessOneIsFine(helpers, (helper) =>
    'lang' in helper ? aboutInterpreter(helper, attempt) : aboutCaseworker(helper, attempt),
  );
  return helpers.length > 0 && found.length === 0 ? [] : [...unspoken(attempt), ...found];
}

function aboutInterpreter(understanding: Understanding, attempt: Attempt): Violation | undefined {
  const { talk, start, place, question } = attempt;
  const parts = { place, room: talk.room, caseworker: talk.caseworker, understanding };
  const withInterpreter = placeTalk(parts, start, question);
  const violation = firstViolation(interpreterRules, withInterpreter, question.schedule);
  return violation ?? aboutScreen(withInterpreter, attempt);
}

/** Whether any free room has the screen that an interpreter by video needs. */
function aboutScreen(talk: PlacedTalk, attempt: Attempt): Violation | undefined {
  const free = attempt.place.rooms.filter((room) => !aboutRoom({ ...talk, room }, attempt));
  const { schedule } = attempt.question;
  const [screenless] = unlessOneIsFine(free, (room) => roomHasVideo.check({ ...talk, room }, schedule));
  return screenless;
}

/** Languages of the newcomer that nobody offers, or the wished one when it is none of theirs. */
function unspoken({ place, question }: Attempt): readonly Violation[] {
  const languages = languagesFor(question);
  const { language } = question.request;
  if (languages.length === 0)
    return [{ rule: 'newcomer-understands-language', ...(language !== undefined && { lang: language }) }];
  return languages
    .filter((lang) => !place.understandings.some((way) => way.lang === lang))
    .map((lang) => ({ rule: 'interpreter-speaks-language', lang }));
}

/** What is said about each of them; nothing as soon as one of them has nothing against it. */
function unlessOneIsFine<T>(
  list: readonly T[],
  about: (item: T) => Violation | undefined,
): readonly Violation[] {
  const found: Violation[] = [];
  for (const item of list) {
    const violation = about(item);
    if (!violation) return [];
    found.push(violation);
  }
  return found;
}

function distinct(violations: readonly Violation[]): readonly Violation[] {
  const byWhat = new Map(violations.map((violation) => [whatOf(violation), violation]));
  return [...byWhat.values()];
}

function whatOf({ rule, subject, lang }: Violation): string {
  return JSON.stringify([rule, subject?.kind, subject?.id, lang]);
}
