import type { Candidate, TalkType } from '../model.js';
import type {
  AvailableInterpreter,
  InvitedNewcomer,
  OpenRoom,
  OpenSite,
  WorkingCaseworker,
} from './resources.js';

/** Where an interpreter works who is not on site; all work from afar is one place. */
export const REMOTE = '@video';

/** A candidate with its people, places and times looked up. Minutes since 1970-01-01T00:00Z; `day` is local. */
export interface PlacedTalk {
  readonly candidate: Candidate;
  readonly newcomer: InvitedNewcomer;
  readonly type: TalkType;
  readonly caseworker: WorkingCaseworker;
  readonly interpreter: AvailableInterpreter | null;
  /** null for a video talk, and when the candidate names none or one that does not exist. */
  readonly site: OpenSite | null;
  readonly room: OpenRoom | null;
  /** Where the interpreter works: a site, `REMOTE`, or null without interpreter. */
  readonly place: string | null;
  readonly day: number;
  readonly start: number;
  /** End of the talk, and of the interpreter's work. */
  readonly end: number;
  /** End of the buffer, until which caseworker and room are taken. */
  readonly bufferEnd: number;
}
