import { newestKey, openField, sealBy } from '../../platform/secrets/field-seals.js';
import {
  type ContactColumn,
  contactColumns,
  type ContactTable,
  type ContactValues,
} from './contact-columns.js';
import { indexesOf } from './contact-index.js';

/** A transaction, or the database where one statement is enough. */
interface Door {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/** Where a field stands: it opens there and nowhere else. */
const placeOf = (table: string, column: string, id: number): string => `${table}.${column}:${id}`;

/**
 * What to write for contact data: sealed columns, and those by which the row is found. They belong to the row with this
 * id alone, so that a row is inserted with its id, or gets its contact data once it has one.
 */
export function sealedContact<Table extends ContactTable>(
  table: Table,
  id: number,
  values: ContactValues<Table>,
  key = newestKey(),
): Record<string, string | null> {
  const given = Object.entries<string | null | undefined>(values).filter(([, value]) => value !== undefined);
  const sealed = given.map(([column, value]): [string, string | null] => [
    column,
    value ? sealBy(key, placeOf(table, column, id), value) : (value ?? null),
  ]);
  return { ...Object.fromEntries(sealed), ...indexesOf(table, values) };
}

/** The row with its contact data readable; columns that were not read are left out. Throws `SealBroken`. */
export function openedContact<Row extends object>(table: ContactTable, id: number, row: Row): Row {
  const columns: readonly string[] = contactColumns[table];
  const opened = Object.entries(row).map(([name, value]: [string, unknown]) => [
    name,
    columns.includes(name) && typeof value === 'string' && value !== ''
      ? openField(placeOf(table, name, id), value)
      : value,
  ]);
  return Object.fromEntries(opened) as Row;
}

/** One field of a row that stands under another name. */
export function openContact<Table extends ContactTable>(
  table: Table,
  column: ContactColumn<Table>,
  { id, sealed }: { readonly id: number; readonly sealed: string },
): string {
  return sealed === '' ? '' : openField(placeOf(table, column, id), sealed);
}

/** Writes contact data of one row; what is not named stays. */
export async function saveContact<Table extends ContactTable>(
  tx: Door,
  table: Table,
  id: number,
  values: ContactValues<Table>,
): Promise<void> {
  const written = Object.entries(sealedContact(table, id, values));
  if (written.length === 0) return;
  const parts = written.map(([column], index) => `${column} = $${index + 2}`);
  await tx.query(`update ${table} set ${parts.join(', ')} where id = $1`, [
    id,
    ...written.map(([, value]) => value),
  ]);
}
