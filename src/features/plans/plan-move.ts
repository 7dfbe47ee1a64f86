import type { RuleId } from '../../scheduling/index.js';
import type { TalkView } from '../talks/index.js';
import type { PlanPlace } from './plan-place.js';

/** Why an announced talk cannot be held: who or what has fallen out, as people call them. */
export interface AnnouncedObstacle {
  readonly rule: RuleId;
  readonly names: readonly string[];
}

/** Why a row moves an announced talk. `householdIds`: who gets its place. */
export type MoveReason =
  | ({ readonly kind: 'absence' } & AnnouncedObstacle)
  | { readonly kind: 'saves'; readonly rappen: number }
  | { readonly kind: 'makes-room'; readonly householdIds: readonly number[] };

/** The announced talk that a row moves, as it was when the run looked at it. */
export interface RowMove {
  readonly talkId: string;
  readonly version: number;
  readonly isConfirmed: boolean;
  readonly place: PlanPlace;
  readonly why: MoveReason;
}

/** The announced talk of a household without another place; it stands until somebody does something about it. */
export interface AnnouncedGap extends AnnouncedObstacle {
  readonly talkId: string;
  readonly startsAt: string;
}

/** Where an announced talk is, as a place of a plan. */
export function placeOfTalk(talk: TalkView): PlanPlace {
  const { mode, siteId, siteName, roomId, roomName, caseworkerId, caseworkerName } = talk;
  const { interpreterId, interpreterName, interpreterMode, language, provision } = talk;
  return {
    startsAt: talk.startsAt.toISOString(),
    mode,
    siteId,
    siteName,
    roomId,
    roomName,
    caseworkerId,
    caseworkerName,
    interpreterId,
    interpreterName,
    interpreterMode,
    language,
    provision,
  };
}
