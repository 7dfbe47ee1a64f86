import type { Language } from '../../../features/languages/index.js';
import { EXAMPLE_APPROVER, type TextRow } from '../../../features/texts/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import type { TextFieldView, TextPartView } from '../../../templates/pages/office/texts/text-part-page.js';
import { SEEN } from './text-part.forms.js';
import { textPaths } from '../../../templates/pages/office/texts/text-paths.js';
import type { OfficeContext } from '../office-context.js';
import { textBadge } from './text-badges.js';

type Parts = ReadonlyMap<string, readonly TextRow[]>;

/** What the page of a part is made of. */
export interface TextPartWorld {
  readonly language: Language;
  /** Name of the language in that of the page. */
  readonly name: string;
  readonly parts: Parts;
  readonly part: string;
  /** Words that were typed and not saved. */
  readonly words: ReadonlyMap<string, string>;
  readonly errors: readonly FieldError[];
  readonly actorName: (actor: string) => string;
  /** Whether staff have a word for a part. */
  readonly isNamed: (part: string) => boolean;
  readonly context: OfficeContext;
}

const LETTERS_PER_ROW = 60;

/** The part that was asked for, or the first with something left to do, or the first. */
export function partToShow(parts: Parts, asked: string): string {
  if (parts.has(asked)) return asked;
  const open = [...parts].find(([, rows]) => rows.some(({ state }) => state !== 'approved'));
  return open?.[0] ?? [...parts.keys()][0] ?? '';
}

/** The id of a text's field: letters, digits and dashes alone. */
export function fieldId(key: string): string {
  return key.replaceAll(/[:.]/g, '-');
}

export function textPartView(world: TextPartWorld): TextPartView {
  const { language, parts, part, name, errors, context } = world;
  const label = (id: string): string => partLabel(id, world);
  return {
    code: language.code,
    part,
    title: `${name}: ${label(part)}`,
    lang: language.bcp47,
    direction: language.direction,
    csrfToken: context.staff.csrfToken,
    parts: [...parts].map(([id, rows]) => {
      const left = rows.filter(({ state }) => state !== 'approved').length;
      return {
        href: textPaths.part(language.code, id),
        label: left === 0 ? `${label(id)} ✓` : `${label(id)} (${left})`,
        current: id === part,
      };
    }),
    fields: (parts.get(part) ?? []).map((row) => fieldOf(row, world)),
    errors,
    previewHref: textPaths.preview(language.code, part),
  };
}

/** `E-Mail · Einladung`; a part that nobody has named yet keeps the name that its texts have. */
function partLabel(part: string, { isNamed, context: { t } }: TextPartWorld): string {
  const [namespace = '', name] = part.split(':');
  const medium = t(`texts:namespace.${namespace}`);
  if (name === undefined) return medium;
  return `${medium} · ${isNamed(name) ? t(`texts:name.${name}`) : name}`;
}

function fieldOf(row: TextRow, { words, actorName, context }: TextPartWorld): TextFieldView {
  const { t } = context;
  const text = words.get(row.key) ?? row.words ?? '';
  return {
    id: fieldId(row.key),
    name: row.key,
    german: row.german,
    english: row.english,
    words: text,
    seen: { name: SEEN + row.key, words: row.words ?? '' },
    rows: Math.max(1, Math.ceil(text.length / LETTERS_PER_ROW)),
    state: textBadge(row.state, t),
    history: [
      ...(row.stale === null ? [] : [t(`texts:stale.${row.stale}`)]),
      ...historyOf(row, actorName, context),
    ],
    warnings: row.findings.map(({ check }) => t(`texts:check.${check}`)),
  };
}

function historyOf(
  { record }: TextRow,
  actorName: (actor: string) => string,
  { t, format }: OfficeContext,
): string[] {
  const line = (what: string, actor: string | null, at: Date | null): string[] =>
    actor === null || at === null
      ? []
      : [t(`texts:history.${what}`, { who: whoIs(actor), date: format.numericDate(at) })];
  const whoIs = (actor: string): string => {
    const [kind, name = ''] = actor.split(':');
    if (kind === 'import') return name;
    return kind === EXAMPLE_APPROVER ? t('texts:only-example') : actorName(actor);
  };
  if (!record) return [];
  return [
    ...line('edited', record.editedBy, record.editedAt),
    ...line('reviewed', record.reviewedBy, record.reviewedAt),
    ...line('approved', record.approvedBy, record.approvedAt),
  ];
}
