/** The talk of a household as the history wanted it, from an instant on. */
export interface Version {
  readonly at: number;
  readonly revision: number;
  readonly state: 'invited' | 'confirmed' | 'change-requested' | 'cancelled';
  readonly startsAt: number;
}

/** One talk with all its versions, oldest first, and when its household's ladder stood still. */
export interface TalkLog {
  readonly talkId: string;
  readonly household: number;
  readonly byLetter: boolean;
  readonly hasInterpreter: boolean;
  readonly versions: Version[];
}

/** Something that arrived: an e-mail at the far end, or a letter in the post. */
export interface Arrival {
  readonly at: number;
  readonly noticeId: string;
  readonly talkId: string;
  readonly revision: number;
  readonly kind: string;
  readonly channel: 'email' | 'letter';
  readonly recipientKind: 'household' | 'interpreter';
  /** The talk's start as the notice was planned with. */
  readonly toldStart: number;
}

/** A notice as it stands in the end. */
export interface FinalNotice {
  readonly id: string;
  readonly talkId: string;
  readonly revision: number;
  readonly kind: string;
  readonly channel: 'email' | 'letter';
  readonly recipientKind: 'household' | 'interpreter';
  readonly state: string;
  readonly reason: string | null;
  readonly attempts: number;
}

/** When a household's ladder was suspended: half-open. */
interface Suspended {
  readonly household: number;
  readonly from: number;
  readonly until: number;
}

export interface Told {
  readonly talks: readonly TalkLog[];
  readonly arrivals: readonly Arrival[];
  readonly notices: readonly FinalNotice[];
  readonly suspensions: readonly Suspended[];
  /** Instants at which the sender looked. */
  readonly looks: readonly number[];
  /** Notices whose server answered nothing after the final dot, or whose sender stopped there: may arrive twice. */
  readonly uncertain: ReadonlySet<string>;
  /** Notices whose sender stopped before the final dot: until the next look nobody knows that. */
  readonly stopped: ReadonlySet<string>;
}

/** The version that held at an instant; undefined before the booking. */
export function versionAt({ versions }: TalkLog, at: number): Version | undefined {
  return versions.findLast((version) => version.at <= at);
}
