export type * from './model.js';
export { provisionOf } from './provision-of.js';
export type { Obstacle, Proposal, ProposalAnswer, ProposalRequest, ReasonId } from './proposals/proposal.js';
export { proposeTalks } from './propose-talks.js';
export { addTalks, buildSchedule, withoutTalkOf, type Schedule } from './schedule/schedule.js';
export type { Subject } from './schedule/resolve-talk.js';
export { allRules } from './rules/all-rules.js';
export { checkPlan, type PlanViolation } from './rules/check-plan.js';
export { checkTalk } from './rules/check-talk.js';
export type { Rule, RuleId, Violation } from './rules/rule.js';
export type { CostParts } from './cost/cost-parts.js';
export { planCost, type PlanCost } from './cost/plan-cost.js';
export { explainTalk, type PlanReason, type TalkExplanation } from './plans/explain-talk.js';
export { planTotals, type PlanTotals } from './plans/plan-totals.js';
export {
  matchTalks,
  type MatchAnswer,
  type MatchProgress,
  type MatchRequest,
} from './matching/match-talks.js';
export { firstComeFirstServed, firstFreeTalk } from './plans/first-free-talk.js';
export { lowerBound, type BoundRequest } from './matching/bound/lower-bound.js';
export type { LinearProgram, LinearProgramEntries } from './matching/bound/linear-program.js';
