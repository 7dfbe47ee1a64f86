/** What can be wrong with a cell or a row; the words are `arrivals:error.<code>`. */
export type ErrorCode =
  | 'missing'
  | 'too-long'
  | 'control-characters'
  | 'hidden-characters'
  | 'too-many-marks'
  | 'social-security-number'
  | 'date-unreadable'
  | 'date-impossible'
  | 'date-in-future'
  | 'date-too-old'
  | 'arrival-before-birth'
  | 'email-invalid'
  | 'email-several'
  | 'phone-invalid'
  | 'language-unknown'
  | 'municipality-unknown'
  | 'municipality-ambiguous'
  | 'postcode-invalid'
  | 'number-invalid'
  | 'permit-unknown'
  | 'regime-unknown'
  | 'country-unknown'
  | 'yes-no-unknown'
  | 'register-number-twice'
  | 'person-twice'
  | 'too-many-cells';

/** A cell understood, or why not. */
export type Read<T> = { readonly value: T } | { readonly error: ErrorCode };

/** A municipality as files name it. */
export interface KnownMunicipality {
  readonly bfsNumber: number;
  readonly name: string;
  readonly canton: string;
}

/** What cells are understood with. Plain data: it crosses into another thread. */
export interface ReadingFacts {
  /** Local date of the office, `YYYY-MM-DD`. */
  readonly today: string;
  /** The office's canton, which decides between municipalities of the same name. */
  readonly canton: string;
  /** Spelling in the form of `plain` → code. */
  readonly languages: ReadonlyMap<string, string>;
  /** Codes of the languages in which letters are written. */
  readonly letterLanguages: readonly string[];
  readonly municipalities: readonly KnownMunicipality[];
}
