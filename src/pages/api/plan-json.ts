import type { Plan, PlanReview, ReviewGap, ReviewRow } from '../../features/plans/index.js';

/** A plan without its rows; instants in UTC, amounts in Rappen. */
export interface PlanSummaryJson {
  readonly id: string;
  readonly state: Plan['state'];
  readonly version: number;
  readonly edition: number;
  readonly basedOn: string | null;
  readonly weeks: number;
  readonly fromDay: string | null;
  readonly announced: Plan['announced'];
  readonly selection: Plan['selection'];
  readonly progress: Plan['progress'];
  readonly cost: Plan['cost'];
  /** No plan can cost less; null when that was not computed. */
  readonly boundRappen: number | null;
  readonly totals: Plan['totals'];
  readonly failure: string | null;
  readonly result: Plan['result'];
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly publishedAt: string | null;
}

interface PlanRowJson extends Pick<
  ReviewRow,
  | 'householdId'
  | 'state'
  | 'version'
  | 'place'
  | 'reasons'
  | 'cost'
  | 'mark'
  | 'conflict'
  | 'talkId'
  | 'moves'
> {
  readonly reference: string;
}

interface PlanGapJson extends Pick<ReviewGap, 'householdId' | 'obstacles' | 'hints' | 'announced'> {
  readonly reference: string;
}

export interface PlanJson extends PlanSummaryJson {
  readonly timeZone: string;
  readonly rows: readonly PlanRowJson[];
  readonly gaps: readonly PlanGapJson[];
}

export function planSummaryJson(plan: Plan): PlanSummaryJson {
  const {
    id,
    state,
    version,
    edition,
    basedOn,
    weeks,
    fromDay,
    announced,
    selection,
    progress,
    cost,
    totals,
    failure,
    result,
  } = plan;
  return {
    id,
    state,
    version,
    edition,
    basedOn,
    weeks,
    fromDay,
    announced,
    selection,
    progress,
    cost,
    boundRappen: plan.bound?.total ?? null,
    totals,
    failure,
    result,
    createdAt: plan.createdAt.toISOString(),
    finishedAt: plan.finishedAt?.toISOString() ?? null,
    publishedAt: plan.publishedAt?.toISOString() ?? null,
  };
}

export function planJson({ plan, rows, gaps }: PlanReview, timeZone: string): PlanJson {
  return {
    ...planSummaryJson(plan),
    timeZone,
    rows: rows.map((row) => ({
      householdId: row.householdId,
      reference: row.household.reference,
      state: row.state,
      version: row.version,
      place: row.place,
      reasons: row.reasons,
      cost: row.cost,
      mark: row.mark,
      conflict: row.conflict,
      talkId: row.talkId,
      moves: row.moves,
    })),
    gaps: gaps.map(({ householdId, household, obstacles, hints, announced }) => ({
      householdId,
      reference: household.reference,
      obstacles,
      hints,
      announced,
    })),
  };
}
