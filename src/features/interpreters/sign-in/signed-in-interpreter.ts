/** Who reads the interpreters' pages: attached to each request by their guard. */
export interface SignedInInterpreter {
  readonly id: number;
  readonly firstName: string;
  /** Code of the language they read the pages and mails in. */
  readonly locale: string;
  /** The office that shows itself on the pages; the first of those they work for. */
  readonly officeId: number;
  /** All offices whose list they are on. */
  readonly officeIds: readonly number[];
  /** IANA zone of that office: all their times are meant in it. */
  readonly timeZone: string;
  /** Expected in every form of this session. */
  readonly csrfToken: string;
}
