import type { Tx } from '../../platform/database/database.js';
import { sourceOf } from '../../platform/i18n/catalogue.js';
import { type I18n, SOURCE_LOCALE } from '../../platform/i18n/i18n.js';
import { textHash } from './text-hash.js';
import { packKeys } from './text-pack.js';
import type { TextRecord } from './text-state.js';

/** By whom the texts of the example office are approved: nobody who speaks the language has read them for it. */
export const EXAMPLE_APPROVER = 'example';

/** Records that approve every shipped text of the given languages, for an office that only shows the product. */
export function exampleApprovals(i18n: I18n, languages: readonly string[], now: Date): TextRecord[] {
  const german = i18n.texts(SOURCE_LOCALE);
  return languages.flatMap((language) => {
    const own = i18n.texts(language);
    const madeFrom = i18n.sourceHashes(language);
    return packKeys(german, language)
      .filter((key) => own.has(key))
      .map((key) => ({
        language,
        key,
        words: null,
        state: 'approved' as const,
        sourceHash: madeFrom.get(key) ?? textHash(sourceOf(german, key) ?? ''),
        wordsHash: textHash(own.get(key) ?? ''),
        editedBy: null,
        editedAt: null,
        reviewedBy: null,
        reviewedAt: null,
        approvedBy: EXAMPLE_APPROVER,
        approvedAt: now,
      }));
  });
}

/** Languages that are switched on for texts beside German and English. */
export async function languagesToApprove(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ code: string }[]>(
    `select code from languages where for_texts and code not in ('de', 'en')`,
  );
  return rows.map(({ code }) => code);
}
