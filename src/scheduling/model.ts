/**
 * The data of one scheduling question, exactly as the format `fit-matching/1` writes it, extended by optional
 * product fields. Everything is read-only plain data: a parsed instance file is a `Snapshot` as it stands.
 */

/** A local date of the office's zone, `2026-10-26`. */
export type LocalDate = string;

/** A point in time in UTC to the minute, `2026-10-26T07:00Z`; `:00` seconds are accepted, others are not. */
export type Instant = string;

/** A wall-clock time of the office's zone, `08:00`; `24:00` ends a day. */
export type WallTime = string;

/** A language code as the office uses it; only equality matters here. */
export type Language = string;

export type Gender = 'f' | 'm';

export type TalkMode = 'onsite' | 'video';

/** How the interpreter takes part; `video` stands for everything that is not on site, the phone included. */
export type InterpreterMode = 'onsite' | 'video';

/** A stretch of time that includes `from` and excludes `to`. */
export interface InstantRange {
  readonly from: Instant;
  readonly to: Instant;
}

/** A stretch of wall-clock time on one day of every week; 1 = Monday … 7 = Sunday. */
export interface WeeklyRange {
  readonly day: number;
  readonly from: WallTime;
  readonly to: WallTime;
}

export interface SiteRange extends WeeklyRange {
  readonly site: string;
}

export interface KnownLanguage {
  readonly lang: Language;
  /** 1 basic, 2 good, 3 native or certified. */
  readonly level: number;
}

/** Rappen per changed thing of a published talk. */
export interface StabilityWeights {
  readonly dropped: number;
  readonly day: number;
  readonly time: number;
  readonly interpreter: number;
  readonly caseworker: number;
  readonly room: number;
  readonly mode: number;
}

/** What a wish is worth to the office, in Rappen per unit. */
export interface Weights {
  readonly unscheduled: number;
  readonly late: number;
  readonly langRank: number;
  readonly langLevel: number;
  readonly interpreterLevel: number;
  readonly gender: number;
  readonly fairness: number;
  readonly waiting: number;
  readonly stability: StabilityWeights;
}

/** `minutes` is the talk itself; `buffer` is kept free behind it for caseworker and room, not for the interpreter. */
export interface TalkType {
  readonly id: string;
  readonly minutes: number;
  readonly buffer: number;
  readonly minInterpreterLevel: number;
}

export interface Site {
  readonly id: string;
  readonly office: string;
  readonly weekly: readonly WeeklyRange[];
  readonly closed: readonly LocalDate[];
}

export interface Room {
  readonly id: string;
  readonly site: string;
  readonly accessible: boolean;
  readonly seats: number;
  readonly video: boolean;
  readonly blocked: readonly InstantRange[];
}

export interface Caseworker {
  readonly id: string;
  readonly office: string;
  readonly languages: readonly Language[];
  readonly weekly: readonly SiteRange[];
  readonly absent: readonly InstantRange[];
  readonly maxPerDay: number;
  readonly video: boolean;
}

/** Price of an interpreter's time: Rappen per hour, at least `minMinutes`, rounded up to `stepMinutes`. */
export interface Tariff {
  readonly hourly: number;
  readonly minMinutes: number;
  readonly stepMinutes: number;
}

export interface Interpreter {
  readonly id: string;
  /** null: not known, so a wish for a gender is not met. */
  readonly gender: Gender | null;
  readonly languages: readonly KnownLanguage[];
  readonly weekly: readonly WeeklyRange[];
  readonly extra: readonly InstantRange[];
  readonly absent: readonly InstantRange[];
  /** null: never on site. */
  readonly onsite: Tariff | null;
  /** Rappen per visit and site; a site that is not named is not visited. */
  readonly travel: Readonly<Record<string, number>>;
  /** null: never from afar. */
  readonly video: Tariff | null;
  /** Longest paid wait in minutes that still keeps two talks in one visit. */
  readonly maxWait: number;
  /** Minutes needed between talks at two places of one day. */
  readonly transfer: number;
  readonly maxPerDay: number;
  readonly maxPerWeek: number;
  /** Fair number of talks in the horizon, and how far from it is still fair. */
  readonly target: number;
  readonly tolerance: number;
  /** First day the secrecy declaration holds; null: none was signed, so no talk; left out: the rule does not apply. */
  readonly secrecyFrom?: LocalDate | null;
  /** Last day it holds; null or left out: it does not end. */
  readonly secrecyUntil?: LocalDate | null;
  /** What `video` means for this interpreter; left out: video. By phone a room needs no video equipment. */
  readonly remoteMode?: 'phone' | 'video';
}

/** A household to be invited to one talk. */
export interface Newcomer {
  readonly id: string;
  readonly office: string;
  readonly arrived: LocalDate;
  readonly earliest: LocalDate;
  readonly due: LocalDate;
  /** Calendar days between today and the talk, at least. */
  readonly notice: number;
  readonly urgency: number;
  /** Best first. */
  readonly languages: readonly KnownLanguage[];
  readonly persons: number;
  readonly wheelchair: boolean;
  /** Wished gender of the interpreter; `genderHard` makes the wish a rule. */
  readonly gender: Gender | null;
  readonly genderHard: boolean;
  readonly modes: readonly TalkMode[];
  readonly remoteInterpreter: boolean;
  readonly sites: readonly string[];
  readonly talkType: string;
  readonly unavailable: readonly InstantRange[];
  /** Interpreters who must not take part. */
  readonly conflicts: readonly string[];
}

/** One talk of a plan. Video talks have no site and no room; without an interpreter both interpreter fields are null. */
export interface Candidate {
  readonly newcomer: string;
  readonly mode: TalkMode;
  readonly site: string | null;
  readonly room: string | null;
  readonly caseworker: string;
  readonly interpreter: string | null;
  readonly interpreterMode: InterpreterMode | null;
  readonly lang: Language;
  readonly start: Instant;
}

/** A talk that exists already. Pinned ones stay as they are; others may move at the price of `weights.stability`. */
export interface Appointment extends Candidate {
  readonly pinned: boolean;
  readonly weight: number;
}

/** Everything one scheduling question depends on. */
export interface Snapshot {
  readonly format: 'fit-matching/1';
  readonly id: string;
  readonly timezone: string;
  readonly slotMinutes: number;
  readonly now: Instant;
  /** Both days included. */
  readonly horizon: { readonly from: LocalDate; readonly to: LocalDate };
  readonly weights: Weights;
  readonly talkTypes: readonly TalkType[];
  readonly sites: readonly Site[];
  readonly rooms: readonly Room[];
  readonly caseworkers: readonly Caseworker[];
  readonly interpreters: readonly Interpreter[];
  readonly newcomers: readonly Newcomer[];
  readonly appointments: readonly Appointment[];
}

/** A plan for a snapshot; a newcomer without a talk is not listed. */
export interface Solution {
  readonly instance: string;
  readonly talks: readonly Candidate[];
}

/** How a talk is understood. `german` and `relay` are languages other than the newcomer's first. */
export type Provision = 'caseworker' | 'interpreter' | 'german' | 'relay';
