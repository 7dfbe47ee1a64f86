/** Where a household stands; a talk's own state is on the talk. */
export type HouseholdState = 'open' | 'planned' | 'done' | 'written' | 'not-invited' | 'moved-away';

/** How a household is told: without an e-mail address by letter. */
export type Channel = 'email' | 'letter';

/** A language of a household in its order of preference; 1 some, 2 good, 3 fluent. */
export interface HouseholdLanguage {
  readonly language: string;
  readonly level: 1 | 2 | 3;
}

/** One person of a household. */
export interface Person {
  readonly id: number;
  readonly isContact: boolean;
  readonly firstName: string;
  readonly lastName: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: registers do not always know more. */
  readonly born: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** eCH-0006 permit, two digits such as `02` (B). */
  readonly permit: string | null;
  /** eCH-0006 regime: `01` EU/EFTA, `02` other. */
  readonly regime: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string | null;
  readonly origin: string | null;
  readonly registerNumber: string | null;
}

/** That a household may be told by e-mail; instants are RFC 3339. */
interface EmailConsent {
  /** `register`: with the address, on a form of the municipality; `staff`: said or written to the office. */
  readonly source: 'register' | 'staff';
  /** Name of the words that were agreed to (decision 12). */
  readonly wording: string;
  /** In which they were read or said. */
  readonly language: string;
  readonly givenAt: string;
  /** `staff:<id>`, `api:<id>` or `system`. */
  readonly notedBy: string;
  readonly withdrawnAt: string | null;
  readonly withdrawalNotedBy: string | null;
}

/** The unit that is invited: one or several persons, one of them the contact. Dates are local `YYYY-MM-DD`. */
export interface Household {
  readonly id: number;
  readonly officeId: number;
  /** The case number that people see, such as `2027-000123`. */
  readonly reference: string;
  readonly municipalityBfs: number | null;
  readonly municipality: string | null;
  readonly arrivedOn: string;
  readonly targetOn: string;
  readonly state: HouseholdState;
  /** Words of the staff, or a code of the policy such as `nationality:DE` (see `reasonOf` of arrivals). */
  readonly stateReason: string | null;
  readonly channel: Channel;
  readonly letterLanguage: string;
  readonly stepFree: boolean;
  readonly interpreterGender: 'f' | 'm' | null;
  readonly interpreterGenderRequired: boolean;
  readonly acceptsRemoteInterpreter: boolean;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  /** The address must not be shown to anyone outside the office. */
  readonly addressLock: boolean;
  readonly note: string;
  /** Grows with every change; an update names the version it saw. */
  readonly version: number;
  readonly persons: readonly Person[];
  /** Languages for the talk, best first. */
  readonly languages: readonly HouseholdLanguage[];
  readonly excludedInterpreterIds: readonly number[];
  readonly openTalkId: string | null;
  /** The newest, withdrawn or not; null when there never was one. */
  readonly emailConsent: EmailConsent | null;
}
