import type { PlacedTalk } from '../schedule/placed-talk.js';
import type { InvitedNewcomer } from '../schedule/resources.js';
import type { Schedule } from '../schedule/schedule.js';
import { noCost, type CostParts } from './cost-parts.js';
import { stabilityCost } from './stability-cost.js';

/** What one talk costs by itself: everything but money and fairness, which depend on the interpreter's other talks. */
export function talkCost(talk: PlacedTalk, schedule: Schedule): CostParts {
  return {
    ...noCost,
    late: lateCost(talk, schedule),
    waiting: waitingCost(talk, schedule),
    language: languageCost(talk, schedule),
    gender: genderCost(talk, schedule),
    stability: stabilityCost(talk, schedule),
  };
}

/** The first local day the rules allow at all: horizon, earliest date and notice. */
export function firstLegalDay(newcomer: InvitedNewcomer, schedule: Schedule): number {
  return Math.max(schedule.firstDay, newcomer.earliestDay, schedule.today + newcomer.notice);
}

/** Calendar days after the later of the due date and the first legal day. */
export function daysLate(talk: PlacedTalk, schedule: Schedule): number {
  return Math.max(0, talk.day - Math.max(firstLegalDay(talk.newcomer, schedule), talk.newcomer.dueDay));
}

function lateCost(talk: PlacedTalk, schedule: Schedule): number {
  return schedule.snapshot.weights.late * talk.newcomer.urgency * daysLate(talk, schedule);
}

function waitingCost(talk: PlacedTalk, schedule: Schedule): number {
  const days = Math.max(0, talk.day - firstLegalDay(talk.newcomer, schedule));
  return schedule.snapshot.weights.waiting * days;
}

function languageCost({ newcomer, interpreter, candidate }: PlacedTalk, schedule: Schedule): number {
  const { langRank, langLevel, interpreterLevel } = schedule.snapshot.weights;
  const rank = newcomer.languages.findIndex((known) => known.lang === candidate.lang);
  const understood = newcomer.languages[rank];
  if (!understood) return 0;
  const offered = interpreter?.languages.find((known) => known.lang === candidate.lang);
  const interpreting = offered ? interpreterLevel * (3 - offered.level) : 0;
  return langRank * rank + langLevel * (3 - understood.level) + interpreting;
}

function genderCost({ newcomer, interpreter }: PlacedTalk, schedule: Schedule): number {
  if (!interpreter || !newcomer.gender || newcomer.genderHard) return 0;
  return interpreter.gender === newcomer.gender ? 0 : schedule.snapshot.weights.gender;
}
