import { placeTalk } from './place-talk.js';
import type { Place } from './place.js';
import type { Question } from './question.js';
import { caseworkerFits, firstViolation, interpreterFits, roomFits } from './rule-groups.js';
import { newcomerAcceptsRemoteInterpreter } from '../rules/newcomer-accepts-remote-interpreter.js';
import type { Rule } from '../rules/rule.js';
import type { PlacedTalk } from '../schedule/placed-talk.js';

const understandingFits = [...interpreterFits, newcomerAcceptsRemoteInterpreter];

/** The places with only those in them who break no rule that holds at every time; places without anyone are left out. */
export function fittingPlaces(places: readonly Place[], question: Question): readonly Place[] {
  return places.map((place) => fitting(place, question)).filter(isComplete);
}

function fitting(place: Place, question: Question): Place {
  const sample = sampleTalk(place, question);
  if (!sample) return place;
  const keeps = (rules: readonly Rule[], part: Partial<PlacedTalk>): boolean =>
    firstViolation(rules, { ...sample, ...part }, question.schedule) === undefined;
  return {
    ...place,
    rooms: place.rooms.filter((room) => keeps(roomFits, { room })),
    caseworkers: place.caseworkers.filter((caseworker) => keeps(caseworkerFits, { caseworker })),
    understandings: place.understandings.filter(({ lang, interpreter, interpreterMode }) =>
      keeps(understandingFits, {
        interpreter,
        candidate: { ...sample.candidate, lang, interpreter: interpreter?.id ?? null, interpreterMode },
      }),
    ),
  };
}

/** Some talk at the place, for rules that look at one of its parts only; none where a part has nobody at all. */
function sampleTalk(place: Place, question: Question): PlacedTalk | undefined {
  const [room] = place.rooms;
  const [caseworker] = place.caseworkers;
  const [understanding] = place.understandings;
  if (room === undefined || !caseworker || !understanding) return undefined;
  return placeTalk({ place, room, caseworker, understanding }, question.now, question);
}

function isComplete({ rooms, caseworkers, understandings }: Place): boolean {
  return rooms.length > 0 && caseworkers.length > 0 && understandings.length > 0;
}
