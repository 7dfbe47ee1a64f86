import type { PlanCost, PlanTotals, RuleId } from '../../scheduling/index.js';
import type { PlanState } from './plan.js';

/** What a run is doing, for the page that waits. */
export interface PlanProgress {
  readonly step: 'reading' | 'searching' | 'explaining';
  /** From 0 to 1, of the search. */
  readonly share: number;
  readonly households: number;
  /** Rappen of the best plan so far; null before the first one. */
  readonly costRappen: number | null;
}

/** The plan beside what there would be without it. */
export interface PlanComparison {
  /** Households that the run was about. */
  readonly households: number;
  readonly plan: PlanTotals;
  /** Who came first gets the first free time. */
  readonly firstCome: PlanTotals;
  /** Days that the households have waited until today, summed. */
  readonly waitedDays: number;
  /** Of them, those whose day has passed already. */
  readonly overdue: number;
}

/** Why nobody could be found for a household, most blocking first. */
export interface GapObstacle {
  readonly rule: RuleId;
  readonly count: number;
  readonly names: readonly string[];
  readonly language: string | null;
}

/** A way out that was tried and would work. */
export interface GapHint {
  readonly kind: 'remote' | 'later' | 'free-now';
  /** ISO instant of the first possible start. */
  readonly startsAt: string;
}

/**
 * What a run may do with talks that were announced: leave them all, move those whose people, rooms or sites have
 * fallen out, or move any of them when the office's weights say that it is worth it.
 */
export type AnnouncedPolicy = 'keep' | 'absences' | 'worthwhile';

/** Which open households are planned; what is left out narrows nothing. */
export interface PlanSelection {
  /** First language. */
  readonly language?: string | undefined;
  /** Number of the Federal Statistical Office. */
  readonly municipality?: number | undefined;
  /** Local date: only those who should have had their talk by then. */
  readonly dueUntil?: string | undefined;
}

/** One matching run and what became of it. */
export interface Plan {
  readonly id: string;
  readonly officeId: number;
  readonly state: PlanState;
  readonly version: number;
  /** Counts the runs of one review: a new run is the next edition. */
  readonly edition: number;
  readonly basedOn: string | null;
  readonly weeks: number;
  readonly horizonFrom: string | null;
  readonly horizonTo: string | null;
  readonly seed: number;
  readonly work: number;
  /** null: every open household. */
  readonly householdIds: readonly number[] | null;
  readonly selection: PlanSelection;
  readonly announced: AnnouncedPolicy;
  /** First local day that is planned; null: from now on. */
  readonly fromDay: string | null;
  readonly progress: Partial<PlanProgress>;
  readonly cost: PlanCost | null;
  readonly bound: { readonly total: number } | null;
  readonly totals: PlanComparison | null;
  readonly failure: string | null;
  readonly result: PublishResult | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
}

/** What publishing did. */
export interface PublishResult {
  readonly booked: number;
  /** Announced talks that got another place. */
  readonly moved: number;
  readonly conflicts: number;
  readonly notices: number;
}
