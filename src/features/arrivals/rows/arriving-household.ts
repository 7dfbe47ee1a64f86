/** One person of a file, ready to be compared with what is known. */
export interface ArrivingPerson {
  readonly line: number;
  /** By which the office recognises the person: register number, else name and birth date. */
  readonly key: string;
  /** The key by name and birth date, which holds for people who got their register number later. */
  readonly nameKey: string;
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
}

/** The rows of one household. What no cell says is null, `''` or no languages, and changes nothing. */
export interface ArrivingHousehold {
  readonly number: string | null;
  readonly municipalityBfs: number;
  readonly arrivedOn: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly addressLock: boolean | null;
  readonly stepFree: boolean | null;
  readonly interpreterGender: 'f' | 'm' | null;
  readonly note: string;
  /** Codes of the languages for the talk, best first. */
  readonly languages: readonly string[];
  readonly letterLanguage: string;
  /** The person to write to first. */
  readonly persons: readonly ArrivingPerson[];
}
