import type { ArrivalImport, ArrivingHousehold, Issue } from '../../../features/arrivals/index.js';
import { fields, headingOf, requiredFields } from '../../../features/arrivals/index.js';
import type { ImportIssuesView } from '../../../templates/components/import-issues.js';
import type { FactView } from '../../../templates/components/facts.js';
import type { ImportPageView } from '../../../templates/pages/office/import-page.js';
import type { ImportResultView, SampleView } from '../../../templates/pages/office/import-result-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { OfficeContext } from '../office-context.js';

/** Most errors, and most warnings, on the page; the list of errors has them all. */
const MOST_SHOWN = 200;

/** Names for codes, as the office calls them. */
export interface ImportNames {
  readonly languages: ReadonlyMap<string, string>;
  readonly municipalities: ReadonlyMap<number, string>;
}

/** The upload form. @param errors what was wrong with the last file */
export function importPageView(
  { staff, format }: OfficeContext,
  latest: readonly ArrivalImport[],
  errors: ImportPageView['errors'],
): ImportPageView {
  const optional = fields.filter((field) => !requiredFields.includes(field));
  return {
    csrfToken: staff.csrfToken,
    errors,
    requiredColumns: requiredFields.map(headingOf).join(', '),
    optionalColumns: optional.map(headingOf).join(', '),
    latest: latest.map(({ id, fileName, createdAt, result }) => ({
      href: officePaths.savedImport(id),
      day: `${format.numericDate(createdAt)} ${format.time(createdAt)}`,
      fileName,
      counts: [result.created, result.updated, result.unchanged, result.rejected],
    })),
  };
}

/** A preview or a saved import. */
export function importResultView(
  context: OfficeContext,
  imported: ArrivalImport,
  sample: readonly ArrivingHousehold[],
  names: ImportNames,
): ImportResultView {
  const { t, staff, format } = context;
  const { id, fileName, result } = imported;
  const isSaved = imported.state === 'saved';
  const date = `${format.numericDate(imported.createdAt)} ${format.time(imported.createdAt)}`;
  return {
    id,
    isSaved,
    title: isSaved ? t('arrivals:page.saved-title', { date }) : t('arrivals:page.preview-title'),
    fileName,
    csrfToken: staff.csrfToken,
    hasNews: result.created + result.updated > 0,
    saveLabel: t(result.rejected > 0 ? 'arrivals:page.save-valid' : 'arrivals:page.save-all'),
    counts: countsOf(imported, context),
    reading: readingOf(imported, context),
    mapped: result.columns.mapped.map(({ heading, field }) => ({
      heading,
      field: t(`arrivals:field.${field}`),
    })),
    errors: errorsOf(imported, context),
    warnings: warningsOf(imported, context),
    sample: sample.map((household) => sampleOf(household, context, names)),
  };
}

function countsOf({ result }: ArrivalImport, { t }: OfficeContext): ImportResultView['counts'] {
  const { rows, created, updated, unchanged, rejected, decided } = result;
  const plain = (key: string, count: number): ImportResultView['counts'][number] => ({
    label: t(`arrivals:result.${key}`),
    count,
    tone: 'plain',
  });
  return [
    plain('rows-label', rows),
    plain('created', created),
    plain('updated', updated),
    plain('unchanged', unchanged),
    { ...plain('rejected', rejected), tone: 'bad' },
    plain('invite', decided.open),
    plain('writing', decided.written),
    plain('none', decided['not-invited']),
  ];
}

const SEPARATOR_KEYS = { ';': 'semicolon', ',': 'comma', '\t': 'tab' } as const;

function readingOf({ result }: ArrivalImport, { t }: OfficeContext): FactView[] {
  const { encoding, separator, columns } = result;
  const encodingFact = { term: t('arrivals:page.encoding'), lines: [t(`arrivals:encoding.${encoding}`)] };
  const separatorLines = separator === null ? [] : [t(`arrivals:separator.${SEPARATOR_KEYS[separator]}`)];
  const facts: FactView[] = [
    encodingFact,
    { term: t('arrivals:page.separator'), lines: separatorLines },
    { term: t('arrivals:page.unknown'), lines: explained(columns.unknown, t('arrivals:page.unknown-why')) },
    { term: t('arrivals:page.dropped'), lines: explained(columns.dropped, t('arrivals:page.dropped-why')) },
  ];
  return facts.filter((fact) => fact.lines.length > 0);
}

function explained(columns: readonly string[], why: string): string[] {
  return columns.length === 0 ? [] : [columns.join(', '), why];
}

function errorsOf({ id, state, result }: ArrivalImport, context: OfficeContext): ImportIssuesView {
  const { t } = context;
  return {
    ...issuesOf(result.errors, 'error', context),
    title: t('arrivals:page.errors'),
    lead: t('arrivals:page.errors-lead'),
    messageTitle: t('arrivals:page.problem'),
    withValues: state === 'previewed',
    download: { href: officePaths.importErrors(id), label: t('arrivals:page.errors-load') },
  };
}

function warningsOf({ result }: ArrivalImport, context: OfficeContext): ImportIssuesView {
  const { t } = context;
  return {
    ...issuesOf(result.warnings, 'warning', context),
    title: t('arrivals:page.warnings'),
    lead: t('arrivals:page.warnings-lead'),
    messageTitle: t('arrivals:page.notice'),
    withValues: false,
    download: null,
  };
}

function issuesOf(
  issues: readonly Issue[],
  kind: 'error' | 'warning',
  { t }: OfficeContext,
): Pick<ImportIssuesView, 'issues' | 'more'> {
  const more = issues.length - MOST_SHOWN;
  return {
    issues: issues.slice(0, MOST_SHOWN).map((issue) => ({
      line: issue.line,
      column: issue.column ?? t('arrivals:page.whole-row'),
      value: issue.value ?? '',
      message: t(`arrivals:${kind}.${issue.code}`),
    })),
    more: more > 0 ? t(`arrivals:page.${kind}s-more`, { count: more }) : null,
  };
}

function sampleOf(
  household: ArrivingHousehold,
  { t, format }: OfficeContext,
  names: ImportNames,
): SampleView {
  const [contact] = household.persons;
  return {
    key: String(contact?.line ?? 0),
    persons: household.persons.map(({ firstName, lastName }) => `${firstName} ${lastName}`.trim()),
    languages: household.languages.map((code) => names.languages.get(code) ?? code).join(', '),
    municipality: names.municipalities.get(household.municipalityBfs) ?? String(household.municipalityBfs),
    arrived: format.numericDate(new Date(`${household.arrivedOn}T12:00:00Z`)),
    contact: contact?.email ?? t('arrivals:page.letter'),
  };
}
