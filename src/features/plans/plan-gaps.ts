import { Injectable } from '@nestjs/common';
import {
  buildSchedule,
  proposeTalks,
  withoutTalkOf,
  type Candidate,
  type Obstacle,
  type ProposalAnswer,
  type Schedule,
  type Snapshot,
} from '../../scheduling/index.js';
import { namesOf, type OfficeWorld } from '../talks/index.js';
import type { LooseTalk } from './announced-talks.js';
import { breathe } from './breathe.js';
import type { PlanQuestion } from './plan-questions.js';
import { PlanWorlds } from './plan-worlds.js';
import type { AnnouncedGap } from './plan-move.js';
import type { GapHint, GapObstacle } from './plan-record.js';
import type { PlanGap } from './plan-rows.repository.js';

const MOST_OBSTACLES = 5;
const MORE_WEEKS = 8;

/** Says of each household that a plan has no talk for why that is, and what would help. */
@Injectable()
export class PlanGaps {
  constructor(private readonly worlds: PlanWorlds) {}

  async explain(question: PlanQuestion, talks: readonly Candidate[]): Promise<PlanGap[]> {
    const planned = new Set(talks.map(({ newcomer }) => newcomer));
    const { plan, world, snapshot, loose } = question;
    const isWithout = (id: number): boolean => !planned.has(String(id));
    const householdIds = question.householdIds.filter(isWithout);
    const moving = [...loose.values()].map(({ talk }) => talk).filter((talk) => isWithout(talk.householdId));
    const without = [...householdIds, ...moving.map(({ householdId }) => householdId)];
    if (without.length === 0) return [];
    const weeks = Math.min(52, plan.weeks + MORE_WEEKS);
    const laterWorld = await this.worlds.load({ ...plan, weeks }, { householdIds, moving });
    const schedules = {
      now: buildSchedule(snapshot, talks),
      remote: buildSchedule(withRemote(snapshot), talks),
      later: moving.reduce(
        (around, { householdId }) => withoutTalkOf(String(householdId), around),
        buildSchedule(laterWorld.snapshot),
      ),
    };
    const gaps: PlanGap[] = [];
    for (const householdId of without) {
      const announced = announcedGap(loose.get(householdId));
      gaps.push({ ...gapOf(householdId, schedules, world), announced });
      await breathe();
    }
    return gaps;
  }
}

type Schedules = Readonly<Record<'now' | 'remote' | 'later', Schedule>>;

function gapOf(householdId: number, schedules: Schedules, world: OfficeWorld): Omit<PlanGap, 'announced'> {
  const newcomer = String(householdId);
  const answer = proposeTalks({ newcomer, limit: 1 }, schedules.now);
  const free = hintOf('free-now', answer);
  if (free) return { householdId, obstacles: [], hints: [free] };
  const obstacles = answer.kind === 'impossible' ? answer.obstacles : [];
  const remote = hintOf('remote', proposeTalks({ newcomer, limit: 1 }, schedules.remote));
  const from = world.snapshot.horizon.to;
  const later = hintOf('later', proposeTalks({ newcomer, limit: 1, from }, schedules.later));
  return {
    householdId,
    obstacles: obstacles.slice(0, MOST_OBSTACLES).map((obstacle) => obstacleOf(obstacle, world)),
    hints: [remote, later].filter((hint) => hint !== undefined),
  };
}

function announcedGap(loose: LooseTalk | undefined): AnnouncedGap | null {
  if (!loose?.obstacle) return null;
  const { talk, obstacle } = loose;
  return { ...obstacle, talkId: talk.id, startsAt: talk.startsAt.toISOString() };
}

function hintOf(kind: GapHint['kind'], answer: ProposalAnswer): GapHint | undefined {
  if (answer.kind === 'impossible') return undefined;
  const start = answer.proposals[0]?.candidate.start;
  return start === undefined ? undefined : { kind, startsAt: new Date(start).toISOString() };
}

function obstacleOf({ rule, count, subject, lang }: Obstacle, world: OfficeWorld): GapObstacle {
  return { rule, count, names: namesOf(subject, world), language: lang ?? null };
}

/** As if every household took an interpreter by phone or video. */
function withRemote(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    newcomers: snapshot.newcomers.map((newcomer) => ({ ...newcomer, remoteInterpreter: true })),
  };
}
