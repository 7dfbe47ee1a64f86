import type { Channel, HouseholdLanguage, HouseholdState } from './household.js';

/** What a register says about a person, as it is stored. */
export interface PersonFacts {
  readonly personKey: string;
  readonly isContact: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly born: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly permit: string | null;
  readonly regime: string | null;
  readonly nationality: string | null;
  readonly origin: string | null;
  readonly registerNumber: string | null;
  readonly arrivedOn: string;
  /** Field → mark of what the last import said, see `markOf` of arrivals. */
  readonly importMarks: Readonly<Record<string, string>>;
}

/** What a register says about a household, as it is stored. */
export interface HouseholdFacts {
  readonly registerKey: string | null;
  readonly municipalityBfs: number | null;
  readonly arrivedOn: string;
  readonly targetOn: string;
  readonly state: HouseholdState;
  readonly stateReason: string | null;
  readonly channel: Channel;
  readonly letterLanguage: string;
  readonly stepFree: boolean;
  readonly interpreterGender: 'f' | 'm' | null;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly addressLock: boolean;
  readonly note: string;
  readonly importMarks: Readonly<Record<string, string>>;
}

/** A person with its id. */
export interface RegisteredPerson extends PersonFacts {
  readonly id: number;
}

/** A household as a register sees it, with its id. */
export interface RegisteredHousehold extends HouseholdFacts {
  readonly id: number;
  readonly hasOpenTalk: boolean;
  readonly languages: readonly HouseholdLanguage[];
  readonly persons: readonly RegisteredPerson[];
}

/** A household that does not exist yet. */
export interface NewHousehold {
  readonly facts: HouseholdFacts;
  readonly languages: readonly HouseholdLanguage[];
  readonly persons: readonly PersonFacts[];
}

/** New facts of a household; what is not named stays. */
export interface HouseholdRevision {
  readonly id: number;
  readonly facts: HouseholdFacts;
  /** Null: they stay. */
  readonly languages: readonly HouseholdLanguage[] | null;
  readonly changedPersons: readonly RegisteredPerson[];
  readonly newPersons: readonly PersonFacts[];
}
