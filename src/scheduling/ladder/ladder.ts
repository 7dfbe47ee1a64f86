/** The steps of inviting, in the words of the office's policy. */
export type RungKind = 'invitation' | 'answer-reminder' | 'answer-letter' | 'second-invitation';

/** How a rung reaches the household; `own`: by e-mail if it has an address that works, else by letter. */
type RungChannel = 'own' | 'email' | 'letter';

/**
 * What ends the ladder before a rung, looked at when it is due: the household answered (yes, or another time), an
 * earlier message of this talk came back and nothing went out instead, or staff have suspended the ladder. A rung about
 * a talk that is past, cancelled or moved never leaves, whatever the policy says.
 */
export type RungStop = 'answered' | 'bounced' | 'suspended';

/** One step of the ladder. */
export interface Rung {
  readonly kind: RungKind;
  readonly channel: RungChannel;
  /** Days after the invitation; 0 for the invitation itself. */
  readonly afterDays: number;
  /** Every day counts, or only Monday to Friday without public holidays. */
  readonly days: 'calendar' | 'working';
  readonly stops: readonly RungStop[];
}

/** In the order of their days; the first is the invitation. */
export type Ladder = readonly Rung[];
