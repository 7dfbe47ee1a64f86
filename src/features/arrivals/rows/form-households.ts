import { createHash } from 'node:crypto';
import { plain } from '../../../platform/text/plain.js';
import type { ReadingFacts } from '../fields/field.js';
import type { ArrivalRow, RowWarning, WarningCode } from './arrival-row.js';
import type { ArrivingHousehold, ArrivingPerson } from './arriving-household.js';

const ADULT_YEARS = 16;
/** In which people are written to whose language has no texts; German stands below it. */
const OTHER_LETTERS = 'en';

/** Households in the order of their first rows, and what is odd about them. */
export interface FormedHouseholds {
  readonly households: readonly ArrivingHousehold[];
  readonly warnings: readonly RowWarning[];
}

/** Rows of one household number are one household; a row without number is a household of its own. */
export function formHouseholds(
  rows: readonly ArrivalRow[],
  facts: Pick<ReadingFacts, 'letterLanguages'>,
): FormedHouseholds {
  const groups = new Map<string, ArrivalRow[]>();
  for (const row of rows) {
    const key = row.householdNumber === null ? `line ${row.line}` : `number ${row.householdNumber}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const ordered = [...groups.values()].map(contactFirst);
  return {
    households: ordered.map((group) => householdOf(group, facts)),
    warnings: ordered.flatMap(warningsOf),
  };
}

/** An adult with an e-mail address is written to; else an adult; else whoever comes first. */
function contactFirst(group: readonly ArrivalRow[]): ArrivalRow[] {
  const adults = group.filter(isAdult);
  const contact = adults.find((row) => row.email !== null) ?? adults[0] ?? group[0];
  return [...group].sort((a, b) => Number(b === contact) - Number(a === contact));
}

function isAdult(row: ArrivalRow): boolean {
  return row.born === null || Number(row.arrivedOn.slice(0, 4)) - Number(row.born.slice(0, 4)) >= ADULT_YEARS;
}

function householdOf(
  group: readonly ArrivalRow[],
  { letterLanguages }: Pick<ReadingFacts, 'letterLanguages'>,
): ArrivingHousehold {
  const first = <T>(of: (row: ArrivalRow) => T | null | ''): T | null =>
    (group.map(of).find((value) => value !== null && value !== '') as T | null | undefined) ?? null;
  const languages = languagesOf(group);
  const letters = languages.slice(0, 1).find((code) => letterLanguages.includes(code));
  return {
    number: first((row) => row.householdNumber),
    municipalityBfs: first((row) => row.municipalityBfs) ?? 0,
    arrivedOn: group.map((row) => row.arrivedOn).sort()[0] ?? '',
    street: first((row) => row.street) ?? '',
    postcode: first((row) => row.postcode) ?? '',
    town: first((row) => row.town) ?? '',
    addressLock: anyYes(group.map((row) => row.addressLock)),
    stepFree: anyYes(group.map((row) => row.stepFree)),
    interpreterGender: first((row) => row.interpreterGender),
    note: [...new Set(group.map((row) => row.note))].filter((note) => note !== '').join('\n'),
    languages,
    letterLanguage: letters ?? OTHER_LETTERS,
    persons: group.map(personOf),
  };
}

/** First languages before other languages, the contact's before those of the others; nine at most. */
function languagesOf(group: readonly ArrivalRow[]): string[] {
  const [contact] = group;
  const own = [contact?.language ?? null, ...(contact?.otherLanguages ?? [])];
  const others = group.map((row) => row.language);
  return [...new Set([...own, ...others].filter((code) => code !== null))].slice(0, 9);
}

function anyYes(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(true)) return true;
  return answers.includes(false) ? false : null;
}

function personOf(row: ArrivalRow): ArrivingPerson {
  const nameKey = nameKeyOf(row);
  const { line, firstName, lastName, born, email, phone, permit, regime } = row;
  const { nationality, origin, registerNumber, arrivedOn } = row;
  const key = registerNumber === null ? nameKey : `register:${registerNumber}`;
  const person = { line, key, nameKey, firstName, lastName, born, email, phone };
  return { ...person, permit, regime, nationality, origin, registerNumber, arrivedOn };
}

/** Name and birth date as one opaque value that spelling with or without accents does not change. */
export function nameKeyOf(row: Pick<ArrivalRow, 'lastName' | 'firstName' | 'born'>): string {
  const said = [plain(row.lastName), plain(row.firstName), row.born ?? ''].join('|');
  return `name:${createHash('sha256').update(said).digest('hex').slice(0, 40)}`;
}

function warningsOf(group: readonly ArrivalRow[]): RowWarning[] {
  const [contact] = group;
  if (!contact) return [];
  const warning = (code: WarningCode, line: number): RowWarning => ({ line, column: null, code });
  const differing = group.find((row) => row.municipalityBfs !== contact.municipalityBfs);
  const isReachable = group.some((row) => row.email !== null || (row.street !== '' && row.town !== ''));
  return [
    ...(languagesOf(group).length === 0 ? [warning('language-missing', contact.line)] : []),
    ...(isReachable ? [] : [warning('cannot-be-reached', contact.line)]),
    ...(differing ? [warning('household-differs', differing.line)] : []),
  ];
}
