import { textHash } from './text-hash.js';

/** How far a text has come in one language; only approved ones are sent and shown. */
export type TextState = 'untranslated' | 'draft' | 'reviewed' | 'approved';

/** What an office wrote down about one text in one language. */
export interface TextRecord {
  readonly language: string;
  readonly key: string;
  /** The office's own wording; null when it uses the shipped one. */
  readonly words: string | null;
  readonly state: 'draft' | 'reviewed' | 'approved';
  /** Hash of the German text at the time of the decision. */
  readonly sourceHash: string;
  /** Hash of the words that the decision was about. */
  readonly wordsHash: string;
  readonly editedBy: string | null;
  readonly editedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
}

/** A state, and why a decision that was made does not hold any more. */
export interface CurrentState {
  readonly state: TextState;
  readonly stale: 'source-changed' | 'words-changed' | null;
}

/** The state that counts now: a decision about other words, or about another German text, is none. */
export function currentState(
  record: Pick<TextRecord, 'state' | 'sourceHash' | 'wordsHash'> | undefined,
  source: string,
  words: string | undefined,
): CurrentState {
  if (words === undefined) return { state: 'untranslated', stale: null };
  if (!record || record.state === 'draft') return { state: 'draft', stale: null };
  if (record.sourceHash !== textHash(source)) return { state: 'draft', stale: 'source-changed' };
  if (record.wordsHash !== textHash(words)) return { state: 'draft', stale: 'words-changed' };
  return { state: record.state, stale: null };
}
