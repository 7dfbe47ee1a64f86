import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { sourceOf } from '../../platform/i18n/catalogue.js';
import { Audit } from '../audit/index.js';
import { OfficeTexts } from './office-texts.js';
import { OfficeTextsRepository } from './office-texts.repository.js';
import type { TextBook } from './text-book.js';
import { textHash } from './text-hash.js';
import { currentState, type TextRecord } from './text-state.js';

/** Somebody who reads the language says that texts are right. */
export interface DecideOnTextsCommand {
  readonly officeId: number;
  readonly language: string;
  /** `staff:<id>` */
  readonly actor: string;
  readonly decision: 'reviewed' | 'approved';
  /** The exact words that were read, by `<namespace>:<key>`. */
  readonly read: ReadonlyMap<string, string>;
}

/** What became of each text. */
export interface DecideOnTextsOutcome {
  readonly decided: readonly string[];
  /** Written by the same person: four eyes are needed. */
  readonly own: readonly string[];
  /** Changed since it was read, or not there. */
  readonly changed: readonly string[];
}

/** Marks texts as reviewed or approved; nobody approves what they wrote themselves. */
@Injectable()
export class DecideOnTexts {
  constructor(
    private readonly database: Database,
    private readonly repository: OfficeTextsRepository,
    private readonly texts: OfficeTexts,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run(command: DecideOnTextsCommand): Promise<DecideOnTextsOutcome> {
    const { officeId, language, actor, decision, read } = command;
    return this.database.transaction(async (tx) => {
      const records = await this.repository.forChange(tx, officeId, language);
      const book = this.texts.bookOf(records);
      const words = book.drafts.texts(language);
      const changed = [...read].filter(([key, text]) => words.get(key) !== text).map(([key]) => key);
      const open = [...read.keys()].filter(
        (key) => !changed.includes(key) && isOpen(book, { language, key }, decision),
      );
      const own = open.filter(
        (key) => decision === 'approved' && book.record(language, key)?.editedBy === actor,
      );
      const decided = open.filter((key) => !own.includes(key));
      await this.repository.save(
        tx,
        officeId,
        decided.map((key) => this.decidedOn(book, { language, key }, command)),
      );
      for (const key of decided) {
        const subject = { subjectKind: 'text', subjectId: `${language} ${key}` };
        await this.audit.record(tx, { officeId, actor, action: `text-${decision}`, ...subject });
      }
      return { decided, own, changed };
    });
  }

  private decidedOn(
    book: TextBook,
    { language, key }: TextName,
    { decision, actor }: DecideOnTextsCommand,
  ): TextRecord {
    const known = book.record(language, key) ?? untouched({ language, key });
    const now = this.clock.now();
    const said =
      decision === 'approved'
        ? { approvedBy: actor, approvedAt: now }
        : { reviewedBy: actor, reviewedAt: now, approvedBy: null, approvedAt: null };
    return {
      ...known,
      ...said,
      state: decision,
      sourceHash: textHash(sourceOf(book.german, key) ?? ''),
      wordsHash: textHash(book.drafts.texts(language).get(key) ?? ''),
    };
  }
}

interface TextName {
  readonly language: string;
  readonly key: string;
}

/** An approved text is not reviewed again, and nothing is decided twice. */
function isOpen(book: TextBook, { language, key }: TextName, decision: 'reviewed' | 'approved'): boolean {
  const words = book.drafts.texts(language).get(key);
  const { state } = currentState(book.record(language, key), sourceOf(book.german, key) ?? '', words);
  if (state === 'untranslated' || state === decision) return false;
  return decision === 'approved' || state === 'draft';
}

/** A shipped text that nobody has decided on yet. */
function untouched(name: TextName): TextRecord {
  return {
    ...name,
    words: null,
    state: 'draft',
    sourceHash: '',
    wordsHash: '',
    editedBy: null,
    editedAt: null,
    reviewedBy: null,
    reviewedAt: null,
    approvedBy: null,
    approvedAt: null,
  };
}
