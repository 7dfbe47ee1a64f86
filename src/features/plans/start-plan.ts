import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Audit } from '../audit/index.js';
import { OrderJob } from '../jobs/index.js';
import { workOf } from '../matching/index.js';
import { isOpen } from './plan.js';
import type { AnnouncedPolicy, PlanSelection } from './plan-record.js';
import { PlansRepository, type NewPlan } from './plans.repository.js';

/** What to plan; left out: every open household, and what the office plans usually. */
export interface StartPlanCommand {
  readonly officeId: number;
  readonly actor: string;
  readonly weeks: number;
  readonly householdIds?: readonly number[] | undefined;
  readonly selection?: PlanSelection | undefined;
  /** Left out: every announced talk stays. */
  readonly announced?: AnnouncedPolicy | undefined;
  /** First local day that is planned; left out: from now on. */
  readonly fromDay?: string | undefined;
  readonly seed?: number | undefined;
  /** How long to look, as seconds of an ordinary machine: the same work on every machine. */
  readonly seconds?: number | undefined;
}

/** Whose next edition is wanted. */
export interface RerunPlanCommand {
  readonly officeId: number;
  readonly planId: string;
  readonly actor: string;
}

export type StartPlanOutcome = {
  /** `running`: there was one already, and this is it. */
  readonly kind: 'started' | 'running';
  readonly planId: string;
};

const USUAL_SECONDS = 10;
const USUAL_SEED = 1;

/** Orders a run; a worker computes it. An office has one run at a time, so ordering twice gives one. */
@Injectable()
export class StartPlan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plans: PlansRepository,
    private readonly jobs: OrderJob,
    private readonly audit: Audit,
  ) {}

  run(command: StartPlanCommand): Promise<StartPlanOutcome> {
    const { officeId, actor, weeks, seed = USUAL_SEED, seconds = USUAL_SECONDS } = command;
    return this.order({
      officeId,
      actor,
      weeks,
      seed,
      work: workOf(seconds),
      householdIds: command.householdIds ?? null,
      selection: command.selection ?? {},
      announced: command.announced ?? 'keep',
      fromDay: command.fromDay ?? null,
      basedOn: null,
    });
  }

  /** Plans anew around the rows that somebody decided on. Throws `plan-not-found` and `plan-not-open`. */
  async rerun({ officeId, planId, actor }: RerunPlanCommand): Promise<StartPlanOutcome> {
    const plan = await this.plans.get(officeId, planId);
    const next = await this.plans.running(officeId, planId);
    if (next) return { kind: 'running', planId: next.id };
    if (!isOpen(plan.state)) throw new DomainError('plan-not-open', 'conflict');
    return this.order({ ...plan, actor, basedOn: plan });
  }

  private async order(plan: Omit<NewPlan, 'now'>): Promise<StartPlanOutcome> {
    const { officeId, actor } = plan;
    const planId = await this.database.transaction(async (tx) => {
      const id = await this.plans.insert(tx, { ...plan, now: this.clock.now() });
      if (id !== undefined) {
        const subject = { subjectKind: 'plan', subjectId: id };
        await this.jobs.run(tx, { officeId, actor, kind: 'matching', about: {}, id });
        await this.audit.record(tx, { officeId, actor, action: 'plan-started', ...subject });
      }
      return id;
    });
    if (planId !== undefined) {
      await this.jobs.wake(planId, 'matching');
      return { kind: 'started', planId };
    }
    const running = await this.plans.running(officeId, plan.basedOn?.id ?? null);
    // the other run ended between the two looks: this one may begin
    return running ? { kind: 'running', planId: running.id } : this.order(plan);
  }
}
