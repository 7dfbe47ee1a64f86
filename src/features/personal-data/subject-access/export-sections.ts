import type { DateFormat } from '../../../platform/i18n/date-format.js';
import type { PersonExportFact, PersonExportSection } from '../../../templates/letters/person-export-view.js';
import type { HouseholdExport } from '../export-household.js';

/** Turns names of tables, columns and codes into words; undefined where there are none. */
export type ExportWords = (kind: 'table' | 'column' | 'action', name: string) => string | undefined;

type Row = HouseholdExport['tables'][string][number];

/** How the software finds and guards rows says nothing about people; the JSON of the same export has it all. */
const TECHNICAL =
  /(^|_)(id|ids|key|marks|version|revision|lease|attempts|index)$|^(body_html|facts|direction|template_version|message_id|copy|detail|resource_kind|during|created_by|token_.*|code_.*|smtp_.*|recipient_kind|entry_base|sequence)$/;
/** What a reader looks for first; long texts come last. */
const FIRST = [
  'reference',
  'first_name',
  'last_name',
  'born',
  'at',
  'actor',
  'action',
  'starts_at',
  'kind',
  'subject',
  'state',
];
const LAST = ['note', 'body_text'];
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The tables of an export that have rows, in its order, as a person reads them. */
export function exportSections(
  { tables }: HouseholdExport,
  words: ExportWords,
  format: DateFormat,
): PersonExportSection[] {
  return Object.entries(tables).flatMap(([table, rows]) => {
    const told = rows.map((row) => factsOf(row, words, format)).filter((facts) => facts.length > 0);
    return told.length === 0 ? [] : [{ heading: words('table', table) ?? spaced(table), rows: told }];
  });
}

function factsOf(row: Row, words: ExportWords, format: DateFormat): PersonExportFact[] {
  const columns = Object.entries(row).sort(([a], [b]) => placeOf(a) - placeOf(b));
  return columns.flatMap(([column, value]) => {
    if (TECHNICAL.test(column) || isNothing(value)) return [];
    const text = column === 'action' ? words('action', String(value)) : undefined;
    return [
      { label: words('column', column) ?? spaced(column), value: text ?? written(value, words, format) },
    ];
  });
}

function placeOf(column: string): number {
  if (LAST.includes(column)) return FIRST.length + 1;
  const place = FIRST.indexOf(column);
  return place === -1 ? FIRST.length : place;
}

function written(value: unknown, words: ExportWords, format: DateFormat): string {
  if (typeof value === 'boolean') return words('column', value ? 'yes' : 'no') ?? String(value);
  return typeof value === 'string' ? dated(value, format) : JSON.stringify(value);
}

/** Days and instants as people write them; other texts as they are. */
function dated(text: string, format: DateFormat): string {
  if (DAY.test(text)) return text.replace(DAY, '$3.$2.$1');
  if (!INSTANT.test(text)) return text;
  const instant = new Date(text);
  return `${format.numericDate(instant)} ${format.time(instant)}`;
}

const isNothing = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && JSON.stringify(value).length <= 2);

const spaced = (name: string): string => name.replaceAll('_', ' ');
