import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { sourceOf } from '../../platform/i18n/catalogue.js';
import { Audit } from '../audit/index.js';
import { checkTexts } from './checks/all-checks.js';
import type { CheckedLanguage, Finding } from './checks/check.js';
import { OfficeTexts } from './office-texts.js';
import { OfficeTextsRepository } from './office-texts.repository.js';
import type { TextBook } from './text-book.js';
import { textHash } from './text-hash.js';
import { translatedSource, packKeys } from './text-pack.js';
import type { TextRecord } from './text-state.js';
import { textUnknown } from './texts.errors.js';

/** New words of an office in one language. */
export interface SaveTextsCommand {
  readonly officeId: number;
  readonly language: CheckedLanguage;
  /** `staff:<id>` or `import:<name>`. */
  readonly actor: string;
  /** Words by `<namespace>:<key>`; those that are as before change nothing. */
  readonly words: ReadonlyMap<string, string>;
}

/** Nothing is saved as long as one text has an error. */
export type SaveTextsOutcome =
  | { readonly kind: 'saved'; readonly changed: readonly string[] }
  | { readonly kind: 'faulty'; readonly findings: readonly Finding[] };

/** Saves words as drafts: whoever wrote them cannot approve them. */
@Injectable()
export class SaveTexts {
  constructor(
    private readonly database: Database,
    private readonly repository: OfficeTextsRepository,
    private readonly texts: OfficeTexts,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Throws `text-unknown` for a key that the language does not need. */
  async run({ officeId, language, actor, words }: SaveTextsCommand): Promise<SaveTextsOutcome> {
    const book = await this.texts.of(officeId);
    const wanted = new Set(packKeys(book.german, language.code));
    const stranger = [...words.keys()].find((key) => !wanted.has(key));
    if (stranger !== undefined) throw textUnknown(language.code, stranger);
    const changed = [...words].filter(([key, text]) => text !== book.drafts.texts(language.code).get(key));
    const findings = errorsIn(language, new Map(changed), book);
    if (findings.length > 0) return { kind: 'faulty', findings };
    await this.database.transaction(async (tx) => {
      await this.repository.forChange(tx, officeId, language.code);
      const records = changed.map(([key, text]) =>
        this.draft({ language: language.code, key, text, actor }, book),
      );
      await this.repository.save(tx, officeId, records);
      for (const { key } of records) {
        const subject = { subjectKind: 'text', subjectId: `${language.code} ${key}` };
        await this.audit.record(tx, { officeId, actor, action: 'text-edited', ...subject });
      }
    });
    return { kind: 'saved', changed: changed.map(([key]) => key) };
  }

  private draft(
    edit: { readonly language: string; readonly key: string; readonly text: string; readonly actor: string },
    book: TextBook,
  ): TextRecord {
    const { language, key, text, actor } = edit;
    return {
      language,
      key,
      words: text,
      state: 'draft',
      sourceHash: textHash(sourceOf(book.german, key) ?? ''),
      wordsHash: textHash(text),
      editedBy: actor,
      editedAt: this.clock.now(),
      reviewedBy: null,
      reviewedAt: null,
      approvedBy: null,
      approvedAt: null,
    };
  }
}

/** Errors of the changed texts; a missing sibling form is no fault of theirs. */
function errorsIn(
  language: CheckedLanguage,
  changed: ReadonlyMap<string, string>,
  book: TextBook,
): Finding[] {
  const pack = {
    language,
    german: translatedSource(book.german),
    own: new Map([...book.drafts.texts(language.code), ...changed]),
    sourceHashes: new Map<string, string>(),
  };
  return checkTexts(pack).filter(({ severity, key }) => severity === 'error' && changed.has(key ?? ''));
}
