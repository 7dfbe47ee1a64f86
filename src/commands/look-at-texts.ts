import { Languages } from '../features/languages/index.js';
import { countStates, OfficeTexts, OfficeTextsRepository, textRows } from '../features/texts/index.js';
import type { Finding } from '../platform/checkup/finding.js';
import type { Database } from '../platform/database/database.js';
import { I18n, SHARED_LOCALES } from '../platform/i18n/i18n.js';

/** For each office, which offered languages have texts that nobody has approved: German and English go out instead. */
export async function lookAtTexts(database: Database): Promise<readonly Finding[]> {
  const texts = new OfficeTexts(new OfficeTextsRepository(database), database, I18n.load());
  const languages = await new Languages(database).all();
  const offered = languages.filter(
    ({ code, forTexts }) => forTexts && !SHARED_LOCALES.some((shared) => shared === code),
  );
  const offices = await database.query<{ id: number; slug: string }>(
    'select id, slug from offices order by slug',
  );
  const findings: Finding[] = [];
  for (const { id, slug } of offices) {
    const book = await texts.of(id);
    const counts = offered.map((language) => {
      const rows = textRows(book, language);
      return { code: language.code, missing: rows.length - countStates(rows).approved };
    });
    findings.push(findingOf(slug, offered.length, counts));
  }
  return findings;
}

function findingOf(
  slug: string,
  offered: number,
  counts: readonly { readonly code: string; readonly missing: number }[],
): Finding {
  const lacking = counts.filter(({ missing }) => missing > 0);
  if (lacking.length === 0)
    return { part: 'texts', state: 'ok', meaning: `${slug} has approved all texts in ${offered} languages` };
  const list = lacking.map(({ code, missing }) => `${code} ${missing}`).join(', ');
  return {
    part: 'texts',
    state: 'warning',
    meaning: `${slug} has texts without approval (${list}): German and English go out instead`,
    cure: 'let someone who speaks the language approve them under /office/texts',
  };
}
