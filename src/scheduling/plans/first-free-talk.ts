import type { Candidate, Snapshot } from '../model.js';
import { proposeTalks } from '../propose-talks.js';
import type { Schedule } from '../schedule/schedule.js';

/** Rappen per day: more than anything else can cost, so that only the day counts. */
const ONLY_THE_DAY = 1_000_000;

/** The snapshot of an office that gives everybody the first free day and asks for nothing else. */
export function firstComeFirstServed(snapshot: Snapshot): Snapshot {
  const { stability } = snapshot.weights;
  const weights = {
    unscheduled: 0,
    late: 0,
    langRank: 0,
    langLevel: 0,
    interpreterLevel: 0,
    gender: 0,
    fairness: 0,
    waiting: ONLY_THE_DAY,
    stability,
  };
  return { ...snapshot, weights };
}

/** The best single talk for a newcomer beside those already placed; undefined when nothing is free. */
export function firstFreeTalk(newcomer: string, schedule: Schedule): Candidate | undefined {
  const answer = proposeTalks({ newcomer, limit: 1 }, schedule);
  return answer.kind === 'proposed' ? answer.proposals[0]?.candidate : undefined;
}
