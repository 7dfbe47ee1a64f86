import type { Actor } from './talk.js';

/** What happened to a talk; the audit says `talk-<event>`. */
type TalkEvent =
  | 'booked'
  | 'moved'
  | 'reassigned'
  | 'confirmed'
  | 'cancelled'
  | 'cancellation-undone'
  | 'other-time-requested'
  | 'outcome-recorded'
  | 'outcome-undone';

export interface TalkHappening {
  readonly officeId: number;
  readonly talkId: string;
  readonly householdId: number;
  readonly actor: Actor;
  readonly event: TalkEvent;
  /** Field names, states and ids only. */
  readonly detail?: Readonly<Record<string, unknown>>;
}
