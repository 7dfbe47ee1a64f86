import type { RuleId } from '../../scheduling/index.js';
import type { TalkChoice, TalkProvision } from './talk.js';

/** A place in time and space that may be booked as it stands: a choice with its names, reasons and price. */
export interface FreeSlot extends TalkChoice {
  readonly endsAt: string;
  readonly siteId: number | null;
  readonly siteName: string | null;
  readonly roomName: string | null;
  readonly caseworkerName: string;
  readonly interpreterName: string | null;
  readonly provision: TalkProvision;
  /** Keys of `scheduling:reason.<id>`, at most three. */
  readonly reasons: readonly string[];
  /** What the talk costs the office with all its wishes priced. */
  readonly totalRappen: number;
  /** The interpreter's money alone. */
  readonly moneyRappen: number;
}

/** A rule that stands against a choice; `scheduling:rule.<rule>` explains it. What does not apply is left out. */
export interface BrokenRule {
  readonly rule: RuleId;
  /** Whom or what it is about, as people call them. */
  readonly names: readonly string[];
  /** Staff may book all the same with a reason. */
  readonly overridable: boolean;
  readonly from?: string;
  readonly until?: string;
  readonly date?: string;
  readonly language?: string;
  readonly limit?: number;
  readonly actual?: number;
}

/** Why nothing is free: how many starts a rule took away, and whom it was about. */
export interface SlotObstacle {
  readonly rule: RuleId;
  readonly count: number;
  readonly names: readonly string[];
  /** The language nobody offers, where that is the obstacle. */
  readonly language?: string;
}

/** Someone else was faster: what the talk is now, and who changed it when. */
export interface ChangedMeanwhile {
  readonly kind: 'changed-meanwhile';
  readonly version: number;
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedAt: Date;
}

/** The talk is over, has begun or was cancelled. */
export interface NotOpen {
  readonly kind: 'not-open';
  readonly state: string;
}
