import type { Candidate, PlanReason, TalkExplanation } from '../../scheduling/index.js';
import type { FreeSlot, TalkChoice, TalkProvision } from '../talks/index.js';

/** Where and when a row of a plan meets, with the names that people read. Instants are ISO 8601 in UTC. */
export type PlanPlace = TalkChoice &
  Pick<FreeSlot, 'siteId' | 'siteName' | 'roomName' | 'caseworkerName' | 'interpreterName'> & {
    readonly provision: TalkProvision;
  };

/** What a row adds to the cost of its plan, in Rappen: the interpreter alone, and with all wishes priced. */
export interface RowCost {
  readonly moneyRappen: number;
  readonly totalRappen: number;
}

/** A row as a run or a person chose it. */
export interface ChosenRow {
  readonly householdId: number;
  readonly place: PlanPlace;
  readonly reasons: readonly PlanReason[];
  readonly cost: RowCost;
}

export function costOf(explanation: TalkExplanation | undefined): RowCost {
  return { moneyRappen: explanation?.cost.money ?? 0, totalRappen: explanation?.total ?? 0 };
}

/** A place in the words of the scheduling core; `video` stands for the phone too. */
export function candidateOfPlace(householdId: number, place: PlanPlace): Candidate {
  return {
    newcomer: String(householdId),
    mode: place.mode,
    site: textOf(place.siteId),
    room: textOf(place.roomId),
    caseworker: String(place.caseworkerId),
    interpreter: textOf(place.interpreterId),
    interpreterMode: place.interpreterMode === 'phone' ? 'video' : place.interpreterMode,
    lang: place.language,
    start: `${place.startsAt.slice(0, 16)}Z`,
  };
}

function textOf(id: number | null): string | null {
  return id === null ? null : String(id);
}
