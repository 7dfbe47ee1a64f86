import type {
  Gender,
  InstantRange,
  KnownLanguage,
  SiteRange,
  Tariff,
  WeeklyRange,
} from '../../../scheduling/index.js';
import type { InterpreterMode, TalkMode } from '../talk.js';

/** What `officeRowsSql` answers: the office's world as rows, ids as text, instants in UTC to the minute. */
export interface OfficeRows {
  readonly sites: readonly SiteRow[];
  readonly rooms: readonly RoomRow[];
  readonly caseworkers: readonly CaseworkerRow[];
  readonly interpreters: readonly InterpreterRow[];
  readonly households: readonly HouseholdRow[];
  readonly talks: readonly TalkRow[];
}

interface SiteRow {
  readonly id: string;
  readonly name: string;
  readonly weekly: readonly WeeklyRange[];
  readonly closed: readonly string[];
}

export interface RoomRow {
  readonly id: string;
  readonly site: string;
  readonly name: string;
  readonly accessible: boolean;
  readonly seats: number;
  readonly video: boolean;
  readonly blocked: readonly InstantRange[];
}

interface CaseworkerRow {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly weekly: readonly SiteRange[];
  readonly absent: readonly InstantRange[];
  readonly maxPerDay: number;
}

export interface InterpreterRow {
  readonly id: string;
  readonly name: string;
  readonly gender: Gender | null;
  readonly languages: readonly KnownLanguage[];
  readonly weekly: readonly WeeklyRange[];
  readonly extra: readonly InstantRange[];
  readonly absent: readonly InstantRange[];
  readonly onSite: boolean;
  readonly byPhone: boolean;
  readonly byVideo: boolean;
  readonly maxWait: number;
  readonly transfer: number;
  readonly maxPerDay: number;
  readonly maxPerWeek: number;
  readonly secrecyFrom: string | null;
  readonly secrecyUntil: string | null;
  /** null: the tariff does not exist or is no longer valid, so nothing can be paid; a mode that it does not offer too. */
  readonly tariff: {
    readonly onsite: Tariff | null;
    readonly remote: Tariff | null;
    readonly travel: number;
  } | null;
}

export interface HouseholdRow {
  readonly id: string;
  readonly arrived: string;
  readonly due: string;
  readonly persons: number;
  readonly wheelchair: boolean;
  readonly gender: Gender | null;
  readonly genderHard: boolean;
  readonly remoteInterpreter: boolean;
  readonly languages: readonly KnownLanguage[];
  readonly unavailable: readonly InstantRange[];
  readonly conflicts: readonly string[];
}

/** A talk that takes time of someone in the snapshot, of this office or (interpreters only) of another one. */
export interface TalkRow {
  readonly id: string;
  readonly household: string;
  readonly isOpen: boolean;
  readonly isOurs: boolean;
  readonly minutes: number;
  readonly buffer: number;
  readonly mode: TalkMode;
  readonly site: string | null;
  readonly room: string | null;
  readonly caseworker: string;
  /** null too when the interpreter is not one of those the snapshot needs. */
  readonly interpreter: string | null;
  readonly interpreterMode: InterpreterMode | null;
  readonly language: string;
  readonly start: string;
}
