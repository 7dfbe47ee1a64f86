import { Injectable } from '@nestjs/common';
import { addTalks, buildSchedule, firstFreeTalk, planCost, type Snapshot } from '../../scheduling/index.js';
import { breathe } from './breathe.js';
import { PlanEngine, type EngineAnswer, type EngineRequest } from './plan-engine.js';

/** Gives each household in turn its cheapest free talk. */
@Injectable()
export class FirstComeEngine extends PlanEngine {
  async run(snapshot: Snapshot, { signal, onProgress }: EngineRequest): Promise<EngineAnswer> {
    let schedule = buildSchedule(snapshot);
    const waiting = snapshot.newcomers.filter(({ id }) => !schedule.talks.byNewcomer.has(id));
    for (const [index, { id }] of waiting.entries()) {
      if (signal.aborted) break;
      const talk = firstFreeTalk(id, schedule);
      if (talk) schedule = addTalks([talk], schedule);
      onProgress({ share: (index + 1) / waiting.length, cost: planCost(schedule).total });
      await breathe();
    }
    const talks = [...schedule.talks.byNewcomer.values()].flat().map(({ candidate }) => candidate);
    return { talks, cost: planCost(schedule), bound: null };
  }
}
