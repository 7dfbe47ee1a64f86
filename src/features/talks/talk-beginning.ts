import type { InterpreterState } from '../../scheduling/index.js';
import type { OfficePolicies } from '../offices/index.js';
import type { Talk, TalkChoice } from './talk.js';

/** What a new place means for the interpreter, and for the household until the interpreter has answered. */
export interface Beginning {
  readonly interpreterState: InterpreterState | null;
  readonly state: 'planned' | 'invited' | 'confirmed';
  /** What the talk becomes when the interpreter says yes; null: nobody waits for that. */
  readonly stateOnceSure: 'invited' | 'confirmed' | null;
}

/**
 * How a talk begins at a place: an interpreter is asked there unless the office books directly or the same stay was
 * asked for before, and the household is told nothing as final before the answer unless the office says so.
 * @param whenSure what the household's answer is once it knows of the place
 * @param before the talk as it was, with the site it has now; null for a new talk
 */
export function beginningAt(
  { choice, siteId, policies }: { choice: TalkChoice; siteId: number | null; policies: OfficePolicies },
  whenSure: 'invited' | 'confirmed',
  before: Talk | null = null,
): Beginning {
  const interpreterState = interpreterStateAt(choice, { siteId, policies }, before);
  const isUnsure = interpreterState === 'asked' && !policies.inviteBeforeAcceptance;
  return isUnsure
    ? { interpreterState, state: 'planned', stateOnceSure: whenSure }
    : { interpreterState, state: whenSure, stateOnceSure: null };
}

function interpreterStateAt(
  choice: TalkChoice,
  { siteId, policies }: { siteId: number | null; policies: OfficePolicies },
  before: Talk | null,
): InterpreterState | null {
  if (choice.interpreterId === null) return null;
  if (before && isSameStay(before, choice, siteId)) return before.interpreterState;
  return policies.interpreterBooking === 'direct' ? null : 'asked';
}

/** The interpreter comes at the same time to the same site in the same way: only others than they are concerned. */
function isSameStay(talk: Talk, choice: TalkChoice, siteId: number | null): boolean {
  return (
    talk.interpreterId !== null &&
    talk.interpreterId === choice.interpreterId &&
    talk.interpreterMode === choice.interpreterMode &&
    talk.startsAt.getTime() === Date.parse(choice.startsAt) &&
    talk.siteId === siteId
  );
}
