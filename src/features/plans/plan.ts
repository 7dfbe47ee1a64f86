/** Where a plan stands: waiting for a worker, being computed, under review, or over. */
export type PlanState = 'draft' | 'running' | 'ready' | 'published' | 'discarded' | 'failed';

/** Where one row of a plan stands. `changed` is accepted as well: somebody chose it by hand. */
export type RowState = 'proposed' | 'accepted' | 'changed' | 'pinned' | 'left-out' | 'published' | 'conflict';

/** What a person may do with a row without choosing another place for it. */
export type RowAction = 'accept' | 'pin' | 'leave-out' | 'undo';

/** A row as far as decisions need it. */
export interface RowStanding {
  readonly state: RowState;
  /** The state that undoing gives back; null when there is nothing to undo. */
  readonly before: RowState | null;
}

const OPEN_ROWS: readonly RowState[] = ['proposed', 'accepted', 'changed', 'pinned', 'left-out', 'conflict'];
const KEPT: readonly RowState[] = ['accepted', 'changed', 'pinned'];
const PUBLISHABLE: readonly RowState[] = ['proposed', 'accepted', 'changed', 'pinned'];

const AFTER: Readonly<Record<Exclude<RowAction, 'undo'>, RowState>> = {
  accept: 'accepted',
  pin: 'pinned',
  'leave-out': 'left-out',
};

/** Only a plan under review takes changes. */
export function isOpen(state: PlanState): boolean {
  return state === 'ready';
}

/** A run that has ended well, whatever became of the plan since. */
export function hasFindings(state: PlanState): boolean {
  return state === 'ready' || state === 'published' || state === 'discarded';
}

/** The row after the action; undefined when there is nothing to undo or the row is published. */
export function rowAfter(row: RowStanding, action: RowAction): RowStanding | undefined {
  if (!OPEN_ROWS.includes(row.state)) return undefined;
  if (action === 'undo') return row.before === null ? undefined : { state: row.before, before: null };
  // a place that somebody chose stays known as such when it is only accepted
  const state = action === 'accept' && row.state === 'changed' ? 'changed' : AFTER[action];
  return state === row.state ? row : { state, before: row.state };
}

/** Rows that a new run must leave exactly where they are. */
export function isKeptByRerun(state: RowState): boolean {
  return KEPT.includes(state);
}

/** Rows that publishing books: everything that nobody left out and that is not in conflict. */
export function isPublishable(state: RowState): boolean {
  return PUBLISHABLE.includes(state);
}

/** What a new run did with a household that was in the edition before. */
export type RowMark = 'new' | 'moved';

/** The place of a row as far as a person would notice a difference. */
export interface ComparablePlace {
  readonly startsAt: string;
  readonly roomId: number | null;
  readonly caseworkerId: number;
  readonly interpreterId: number | null;
}

/** The mark of a row beside the one of the edition before; null when nothing differs. */
export function markOf(now: ComparablePlace, before: ComparablePlace | undefined): RowMark | null {
  if (!before) return 'new';
  const isSame =
    Date.parse(now.startsAt) === Date.parse(before.startsAt) &&
    now.roomId === before.roomId &&
    now.caseworkerId === before.caseworkerId &&
    now.interpreterId === before.interpreterId;
  return isSame ? null : 'moved';
}
