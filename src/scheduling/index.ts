export type * from './model.js';
export { provisionOf } from './provision-of.js';
export type { Obstacle, Proposal, ProposalAnswer, ProposalRequest, ReasonId } from './proposals/proposal.js';
export { proposeTalks } from './propose-talks.js';
export { addTalks, buildSchedule, withoutTalkOf, type Schedule } from './schedule/schedule.js';
export type { Subject } from './schedule/resolve-talk.js';
export { allRules } from './rules/all-rules.js';
export { checkPlan } from './rules/check-plan.js';
export { checkTalk } from './rules/check-talk.js';
export type { RuleId, Violation } from './rules/rule.js';
export { costPartNames } from './cost/cost-parts.js';
export { planCost, type PlanCost } from './cost/plan-cost.js';
export { explainTalk, type PlanReason, type TalkExplanation } from './plans/explain-talk.js';
export { planTotals, type PlanTotals } from './plans/plan-totals.js';
export { matchTalks, type MatchAnswer, type MatchProgress } from './matching/match-talks.js';
export { firstComeFirstServed, firstFreeTalk } from './plans/first-free-talk.js';
export { effortOf, isSpent, type Effort } from './matching/bound/effort.js';
export { lowerBound, type ProvenBound } from './matching/bound/lower-bound.js';
export type { LinearProgram, LinearProgramEntries } from './matching/bound/linear-program.js';
export { inDraftUnits, loosened } from './plans/loosened.js';
export { trialTotals, type TrialTotals } from './plans/trial-totals.js';
export { leewayOf, type Leeway } from './plans/leeway-of.js';
export { settleMoves, type MoveCause } from './plans/settle-moves.js';
export { improvePart, type PartAnswer, type PartRequest } from './matching/parts/improve-part.js';
export { impossibleAmong } from './matching/parts/impossible-among.js';
export { LANES, lanesOf, type Lane } from './matching/parts/lanes.js';
export { partTask, type PartTask } from './matching/parts/part-snapshot.js';
export { partsOf, type Part } from './matching/parts/parts.js';
export { roundsOf, type Round } from './matching/parts/rounds.js';
export { startPlan } from './matching/parts/start-plan.js';
export {
  changeOfTalk,
  pricedVisit,
  workedVisit,
  type AgreedTalk,
  type AgreedVisit,
} from './tariffs/agreed-visit.js';
export { cancellationCost, costOfChange, type ChangeCost } from './tariffs/change-cost.js';
export type { Cost } from './tariffs/cost-line.js';
export { matchingTariff } from './tariffs/matching-tariff.js';
export type { PricedVisit } from './tariffs/priced-visit.js';
export { tariffCalendar, type TariffCalendar } from './tariffs/tariff-calendar.js';
export type { InterpretingMode, TariffRules } from './tariffs/tariff-rules.js';
export type { TariffTerms } from './tariffs/tariff-terms.js';
export { visitCost } from './tariffs/visit-cost.js';
export {
  offerState,
  type AskedTalk,
  type InterpreterState,
  type Offer,
  type OfferBook,
  type OfferState,
} from './visits/offer-book.js';
export {
  accepted,
  declined,
  expired,
  lapsed,
  released,
  reopened,
  verdictOnAccepting,
  verdictOnDeclining,
  verdictOnReopening,
  restored,
  withdrawn,
  type AnswerVerdict,
  type OfferAnswer,
} from './visits/answer-offer.js';
export { nextAsks, withMissing, withOffer, type Ask, type AskCandidate } from './visits/next-asks.js';
export {
  askCandidates,
  obstaclesToAccepting,
  type ListedInterpreter,
  type TalkToInterpret,
} from './visits/ask-candidates.js';
export { answerDeadline } from './visits/answer-deadline.js';
export { groupVisits, type StayTalk, type VisitOfStay } from './visits/group-visits.js';
export { needsStaff, type StaffReason } from './visits/needs-staff.js';
export { openHours, type SiteWeek } from './visits/open-hours.js';
export { invitationDay, type InvitationPace } from './ladder/invitation-day.js';
export type { Ladder, RungKind, RungStop } from './ladder/ladder.js';
export { resumedRungs } from './ladder/resumed-rungs.js';
export { rungsAfter, type DatedRung } from './ladder/rungs-after.js';
export { afterQuiet, sendingDayBefore, sendingTime, type SendingRules } from './ladder/sending-time.js';
export { quietestFirst } from './visits/replan-ways.js';
