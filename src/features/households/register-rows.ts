import type { Tx } from '../../platform/database/database.js';
import { openContact, openedContact, sealedContact } from '../contacts/index.js';
import type {
  HouseholdFacts,
  PersonFacts,
  RegisteredHousehold,
  RegisteredPerson,
} from './registered-household.js';

type StoredPerson = Omit<RegisteredPerson, 'importMarks'> & { readonly importMarks: string };

/** A household as it lies in the database: contact data is sealed. */
export type StoredHousehold = Omit<RegisteredHousehold, 'persons'> & {
  readonly persons: readonly StoredPerson[];
};

/** The household with its contact data readable. */
export function readHousehold(row: StoredHousehold): RegisteredHousehold {
  return { ...openedContact('households', row.id, row), persons: row.persons.map(readPerson) };
}

function readPerson(row: StoredPerson): RegisteredPerson {
  const marks = openContact('persons', 'import_marks', { id: row.id, sealed: row.importMarks });
  const importMarks = marks === '' ? {} : (JSON.parse(marks) as PersonFacts['importMarks']);
  return { ...openedContact('persons', row.id, row), importMarks };
}

/** Columns of a household's row, contact data sealed. */
export function householdRow(id: number, facts: HouseholdFacts): Record<string, unknown> {
  const { street, postcode, town } = facts;
  return { ...columns(facts), id, ...sealedContact('households', id, { street, postcode, town }) };
}

/** Columns of a person's row. Marks are sealed too: from a short hash of a phone number the number is soon found. */
export function personRow(id: number, facts: PersonFacts): Record<string, unknown> {
  const { email, phone, importMarks } = facts;
  const contact = { email, phone, import_marks: JSON.stringify(importMarks) };
  return { ...columns(facts), id, ...sealedContact('persons', id, contact) };
}

/** Ids for rows that are about to be inserted: what is sealed belongs to its row from the beginning. */
export async function newIds(tx: Tx, table: 'households' | 'persons', count: number): Promise<number[]> {
  const rows = await tx.query<{ id: number }[]>(
    `select nextval(pg_get_serial_sequence($1, 'id'))::int as id from generate_series(1, $2)`,
    [table, count],
  );
  return rows.map(({ id }) => id);
}

/** `municipalityBfs` → `municipality_bfs`. */
function columns(facts: object): Record<string, unknown> {
  const entries: [string, unknown][] = Object.entries(facts);
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
