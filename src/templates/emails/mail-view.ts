/**
 * A mail as its template needs it. Names, addresses, numbers and times inside a text stand between U+2068 and U+2069:
 * they keep their direction in a right-to-left block.
 */
export interface MailView {
  readonly subject: string;
  /** What the inbox shows beside the subject. */
  readonly preheader: string;
  readonly officeName: string;
  /** Says that German follows; null when German comes first. */
  readonly germanBelow: string | null;
  readonly otherLanguage: MailLink | null;
  /** The reader's own language first. */
  readonly blocks: readonly MailBlock[];
  /** The office's address in German. */
  readonly footer: readonly string[];
}

/** The whole message in one language. */
export interface MailBlock {
  /** BCP 47 tag. */
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  /** ISO 15924 code; chooses the fonts. */
  readonly script: string;
  /** Name of the language in itself. */
  readonly languageName: string;
  readonly heading: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly MailFact[];
  /** Said after the facts. */
  readonly remarks: readonly string[];
  readonly action: MailLink | null;
  readonly help: readonly string[];
  /** Why this came, and what we never ask for. */
  readonly small: readonly string[];
}

export interface MailFact {
  readonly label: string;
  readonly value: string;
  /** No longer valid: shown struck through. */
  readonly isOld: boolean;
}

export interface MailLink {
  readonly label: string;
  readonly url: string;
}

/** Subject, text and HTML belong together: no mail has one without the others. */
export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
