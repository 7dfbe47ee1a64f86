/**
 * A batch of letters as `letter.typ` reads it. Names, addresses, numbers and times inside a text stand between U+2068
 * and U+2069: they keep their direction in a right-to-left column.
 */
export interface LetterBatchView {
  /** Title of the file. */
  readonly title: string;
  /** Where the address begins, in mm from the left edge: 22 for a left window, 118 for a right one (SN 010130). */
  readonly windowFromLeft: number;
  readonly letters: readonly LetterView[];
}

export interface LetterView {
  readonly office: {
    readonly name: string;
    /** The small line above the address. */
    readonly sender: string;
    /** Foot of every page. */
    readonly contact: readonly string[];
  };
  /** Lines in the window. */
  readonly address: readonly string[];
  readonly date: string;
  /** The reader's own language first; one column when that is German. */
  readonly columns: readonly LetterColumn[];
  /** Null when there is nothing to answer. */
  readonly answer: { readonly qr: string; readonly url: string; readonly code: string } | null;
}

/** The whole letter in one language. */
export interface LetterColumn {
  /** BCP 47 language without region. */
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  readonly heading: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly LetterFact[];
  readonly answer: { readonly heading: string; readonly ways: readonly string[] };
  readonly more: {
    readonly heading: string;
    readonly facts: readonly LetterFact[];
    readonly paragraphs: readonly string[];
    readonly small: readonly string[];
  };
}

export interface LetterFact {
  readonly label: string;
  readonly value: string;
  /** No longer valid: printed struck through. */
  readonly isOld: boolean;
}
