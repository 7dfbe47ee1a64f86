import type { InterpreterState } from '../../scheduling/index.js';

/** Where a talk stands. `planned` is not published yet; the four open states take their resources. */
export type TalkState = OpenTalkState | 'cancelled' | Outcome;

type OpenTalkState = 'planned' | 'invited' | 'confirmed' | 'change-requested';

/** What came of a talk. */
export type Outcome = 'held' | 'no-show' | 'stopped' | 'written';

/** Who is the reason that a talk does not take place. */
export type Party = 'household' | 'interpreter' | 'office';

export type TalkMode = 'onsite' | 'video';

export type InterpreterMode = 'onsite' | 'phone' | 'video';

/** How the household will understand the talk. */
export type TalkProvision = 'caseworker' | 'interpreter' | 'relay' | 'german';

/** `staff:<id>`, `household:<id>`, `api:<id>` or `system`. */
export type Actor = string;

/** When, where and with whom: what moving a talk changes. Instants are ISO 8601 in UTC. */
export interface TalkChoice {
  readonly startsAt: string;
  readonly mode: TalkMode;
  /** null for a talk by video. */
  readonly roomId: number | null;
  readonly caseworkerId: number;
  readonly interpreterId: number | null;
  readonly interpreterMode: InterpreterMode | null;
  readonly language: string;
}

/** A talk as it is stored, as far as decisions need it. */
export interface Talk {
  readonly id: string;
  readonly officeId: number;
  readonly householdId: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly mode: TalkMode;
  readonly siteId: number | null;
  readonly roomId: number | null;
  readonly caseworkerId: number;
  readonly interpreterId: number | null;
  readonly interpreterMode: InterpreterMode | null;
  readonly language: string;
  /** null: nobody has to answer, because nobody interprets or because the office books interpreters directly. */
  readonly interpreterState: InterpreterState | null;
  readonly state: TalkState;
  readonly stateBeforeOutcome: TalkState | null;
  /** Grows with each published change of time, place or people. */
  readonly revision: number;
  /** Grows with every change. */
  readonly version: number;
  readonly updatedAt: Date;
}

/** In these states a talk takes its resources; a household has at most one such talk. */
export const OPEN_STATES: readonly TalkState[] = ['planned', 'invited', 'confirmed', 'change-requested'];
const PUBLISHED: readonly TalkState[] = ['invited', 'confirmed', 'change-requested'];
const OUTCOMES: readonly TalkState[] = ['held', 'no-show', 'stopped', 'written'];

/** The talk has not begun and will take place as far as anyone knows. */
export function isComing(talk: Pick<Talk, 'state' | 'startsAt'>, now: Date): boolean {
  return OPEN_STATES.includes(talk.state) && talk.startsAt > now;
}

/** May this talk be confirmed by someone who saw `revision`? Saying yes twice is once. */
export function verdictOnConfirming(
  talk: Talk,
  revision: number,
  now: Date,
): 'confirm' | 'already-confirmed' | 'changed-meanwhile' | 'not-open' {
  if (!isComing(talk, now) || !PUBLISHED.includes(talk.state)) return 'not-open';
  if (talk.revision !== revision) return 'changed-meanwhile';
  return talk.state === 'confirmed' ? 'already-confirmed' : 'confirm';
}

/** May this talk be changed by someone who saw `version`? */
export function verdictOnChanging(
  talk: Talk,
  version: number,
  now: Date,
): 'change' | 'changed-meanwhile' | 'not-open' {
  if (!isComing(talk, now)) return 'not-open';
  return talk.version === version ? 'change' : 'changed-meanwhile';
}

/** Only a published talk that has begun has an outcome; another outcome may replace the first one. */
export function verdictOnOutcome(
  talk: Talk,
  version: number,
  now: Date,
): 'record' | 'changed-meanwhile' | 'not-begun' | 'not-open' {
  if (!PUBLISHED.includes(talk.state) && !OUTCOMES.includes(talk.state)) return 'not-open';
  if (talk.version !== version) return 'changed-meanwhile';
  return talk.startsAt <= now ? 'record' : 'not-begun';
}

/** Only a recorded outcome can be undone. */
export function verdictOnUndoing(talk: Talk, version: number): 'undo' | 'changed-meanwhile' | 'not-open' {
  if (!OUTCOMES.includes(talk.state) || talk.stateBeforeOutcome === null) return 'not-open';
  return talk.version === version ? 'undo' : 'changed-meanwhile';
}

/** May a cancellation that somebody saw as `version` be taken back? Only while its messages wait, so many seconds. */
export function verdictOnUndoingCancellation(
  talk: Talk,
  { version, seconds, now }: { readonly version: number; readonly seconds: number; readonly now: Date },
): 'undo' | 'changed-meanwhile' | 'too-late' | 'not-open' {
  if (talk.state !== 'cancelled' || talk.startsAt <= now) return 'not-open';
  if (talk.version !== version) return 'changed-meanwhile';
  const isOver = now.getTime() >= talk.updatedAt.getTime() + seconds * 1000;
  return isOver || talk.interpreterState === 'asked' ? 'too-late' : 'undo';
}

/** The state to go back to when an outcome is undone: that before the first of several outcomes. */
export function stateBefore(talk: Talk): TalkState {
  return talk.stateBeforeOutcome ?? talk.state;
}

/** A household that chose the new time itself has said yes to it; otherwise it is asked again. */
export function stateAfterMove(actor: Actor): 'confirmed' | 'invited' {
  return isHousehold(actor) ? 'confirmed' : 'invited';
}

/** Held talks close the case, letters too; every other outcome leaves a household that must be invited again. */
export function householdAfter(outcome: Outcome): 'done' | 'written' | 'open' {
  if (outcome === 'held') return 'done';
  return outcome === 'written' ? 'written' : 'open';
}

/** The newcomer acts, through the link; everybody else acts for the office. */
export function isHousehold(actor: Actor): boolean {
  return actor.startsWith('household:');
}

/** True when the talk is already exactly there. */
export function isAt(talk: Talk, choice: TalkChoice): boolean {
  return (
    talk.startsAt.getTime() === Date.parse(choice.startsAt) &&
    talk.mode === choice.mode &&
    talk.roomId === choice.roomId &&
    talk.caseworkerId === choice.caseworkerId &&
    talk.interpreterId === choice.interpreterId &&
    talk.interpreterMode === choice.interpreterMode &&
    talk.language === choice.language
  );
}
