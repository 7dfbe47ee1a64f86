import type { CostParts } from '../cost/cost-parts.js';
import type { Candidate, Instant, Language, LocalDate, Provision } from '../model.js';
import type { RuleId } from '../rules/rule.js';
import type { Subject } from '../schedule/resolve-talk.js';

/** For whom talks are looked for, and what they must or should be like. */
export interface ProposalRequest {
  readonly newcomer: string;
  /** Most proposals returned. */
  readonly limit: number;
  /** Only starts from this local date on, and up to it. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Prefer starts near this instant. */
  readonly near?: Instant;
  /** At most so many proposals per local day; left out: no limit. */
  readonly perDay?: number;
  readonly caseworker?: string;
  readonly room?: string;
  readonly interpreter?: string;
  readonly language?: Language;
  readonly start?: Instant;
}

/** Why a proposal is a good one; also the translation key `scheduling:reason.<id>`. */
export type ReasonId =
  | 'step-free-room'
  | 'caseworker-speaks-language'
  | 'interpreter-speaks-language'
  | 'relay-language'
  | 'german-is-understood'
  | 'interpreter-is-there-anyway'
  | 'wished-gender'
  | 'near-wished-time'
  | 'same-caseworker'
  | 'same-interpreter'
  | 'earliest-day'
  | 'before-due-date';

/** A talk that breaks no rule, and what it would cost in Rappen. */
export interface Proposal {
  readonly candidate: Candidate;
  readonly provision: Provision;
  readonly cost: CostParts;
  readonly total: number;
  /** At most three, the most telling first. */
  readonly reasons: readonly ReasonId[];
}

/** A rule that stood in the way, and of whom or what. */
export interface Obstacle {
  readonly rule: RuleId;
  /** How many starts it took away that nothing else had taken before. */
  readonly count: number;
  readonly subject?: Subject;
  /** The language nobody offers, where that is the obstacle. */
  readonly lang?: Language;
}

/** Proposals, best first, or everything that stood in the way, the most blocking first. */
export type ProposalAnswer =
  | { readonly kind: 'proposed'; readonly proposals: readonly Proposal[] }
  | { readonly kind: 'impossible'; readonly obstacles: readonly Obstacle[] };
