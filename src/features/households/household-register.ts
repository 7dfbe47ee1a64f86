import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import type { HouseholdLanguage } from './household.js';
import {
  HOUSEHOLD_COLUMNS,
  HOUSEHOLD_RECORD,
  PERSON_COLUMNS,
  PERSON_RECORD,
  REGISTERED,
} from './household-register.sql.js';
import { householdRow, newIds, personRow, readHousehold, type StoredHousehold } from './register-rows.js';
import type {
  HouseholdRevision,
  NewHousehold,
  PersonFacts,
  RegisteredHousehold,
  RegisteredPerson,
} from './registered-household.js';

/** By what an import recognises what is there already. */
export interface RegisterKeys {
  readonly registerKeys: readonly string[];
  readonly registerNumbers: readonly string[];
  readonly personKeys: readonly string[];
}

/** Name and birth date of somebody who looks new. */
export interface Namesake {
  readonly line: number;
  readonly personKey: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly born: string;
}

/** Reads and writes households by the hundred, as registers deliver them; all in the transaction of the caller. */
@Injectable()
export class HouseholdRegister {
  /** Every household that one of the keys leads to. */
  async find(tx: Tx, officeId: number, keys: RegisterKeys): Promise<RegisteredHousehold[]> {
    const { registerKeys, registerNumbers, personKeys } = keys;
    const parameters = [officeId, registerKeys, registerNumbers, personKeys];
    return (await tx.query<StoredHousehold[]>(REGISTERED, parameters)).map(readHousehold);
  }

  /** The lines of those whose name and birth date somebody else in the office has. */
  async linesOfNamesakes(tx: Tx, officeId: number, strangers: readonly Namesake[]): Promise<number[]> {
    const rows = await tx.query<{ line: number }[]>(
      `select x.line from jsonb_to_recordset($2::jsonb)
              as x (line int, "personKey" text, "firstName" text, "lastName" text, born text)
        where exists (select 1 from persons p where p.office_id = $1 and lower(p.last_name) = lower(x."lastName")
          and lower(p.first_name) = lower(x."firstName") and p.born = x.born and p.person_key <> x."personKey")`,
      [officeId, JSON.stringify(strangers)],
    );
    return rows.map((row) => row.line);
  }

  /**
   * Stores new households; answers their ids in the order given. Whoever calls holds the office's import lock, for
   * the case numbers go on from the last one. @param year of the case numbers, such as `2027`
   */
  async create(
    tx: Tx,
    at: { readonly officeId: number; readonly year: string },
    households: readonly NewHousehold[],
  ): Promise<number[]> {
    const last = await lastNumber(tx, at);
    const ids = await newIds(tx, 'households', households.length);
    const created = households.map((household, index) => ({ ...household, id: ids[index] ?? 0 }));
    const rows = created.map(({ id, facts }, index) => ({
      ...householdRow(id, facts),
      reference: `${at.year}-${String(last + index + 1).padStart(6, '0')}`,
    }));
    await tx.query(
      `insert into households (office_id, id, reference, ${HOUSEHOLD_COLUMNS.join(', ')})
       select $1, x.id, x.reference, ${HOUSEHOLD_COLUMNS.map((column) => `x.${column}`).join(', ')}
         from jsonb_to_recordset($2::jsonb) as x (id int, reference text, ${HOUSEHOLD_RECORD})`,
      [at.officeId, JSON.stringify(rows)],
    );
    await insertPersons(tx, at.officeId, created);
    await insertLanguages(tx, created);
    return ids;
  }

  /** Stores new facts; each household's version grows. */
  async revise(tx: Tx, officeId: number, revisions: readonly HouseholdRevision[]): Promise<void> {
    await tx.query(
      `update households h
          set ${HOUSEHOLD_COLUMNS.map((column) => `${column} = x.${column}`).join(', ')}, version = version + 1
         from jsonb_to_recordset($1::jsonb) as x (id int, ${HOUSEHOLD_RECORD}) where h.id = x.id`,
      [JSON.stringify(revisions.map(({ id, facts }) => householdRow(id, facts)))],
    );
    await updatePersons(
      tx,
      revisions.flatMap((revision) => revision.changedPersons),
    );
    await insertPersons(
      tx,
      officeId,
      revisions.map(({ id, newPersons }) => ({ id, persons: newPersons })),
    );
    const spoken = revisions.flatMap(({ id, languages }) => (languages === null ? [] : [{ id, languages }]));
    await tx.query('delete from household_languages where household_id = any($1::int[])', [
      spoken.map(({ id }) => id),
    ]);
    await insertLanguages(tx, spoken);
  }
}

/** The highest case number of the year, 0 when there is none. */
async function lastNumber(
  tx: Tx,
  { officeId, year }: { readonly officeId: number; readonly year: string },
): Promise<number> {
  const [row] = await tx.query<{ last: number }[]>(
    String.raw`select coalesce(max(split_part(reference, '-', 2)::int), 0) as last from households
      where office_id = $1 and reference ~ ('^' || $2 || '-\d{1,9}$')`,
    [officeId, year],
  );
  return row?.last ?? 0;
}

async function insertPersons(
  tx: Tx,
  officeId: number,
  households: readonly { readonly id: number; readonly persons: readonly PersonFacts[] }[],
): Promise<void> {
  const added = households.flatMap(({ id, persons }) =>
    persons.map((person) => ({ person, household_id: id })),
  );
  const ids = await newIds(tx, 'persons', added.length);
  const rows = added.map(({ person, ...of }, index) => ({ ...personRow(ids[index] ?? 0, person), ...of }));
  await tx.query(
    `insert into persons (office_id, id, household_id, ${PERSON_COLUMNS.join(', ')})
     select $1, x.id, x.household_id, ${PERSON_COLUMNS.map((column) => `x.${column}`).join(', ')}
       from jsonb_to_recordset($2::jsonb) as x (id int, household_id int, ${PERSON_RECORD})`,
    [officeId, JSON.stringify(rows)],
  );
}

async function updatePersons(tx: Tx, persons: readonly RegisteredPerson[]): Promise<void> {
  await tx.query(
    `update persons p set ${PERSON_COLUMNS.map((column) => `${column} = x.${column}`).join(', ')}
       from jsonb_to_recordset($1::jsonb) as x (id int, ${PERSON_RECORD}) where p.id = x.id`,
    [JSON.stringify(persons.map((person) => personRow(person.id, person)))],
  );
}

async function insertLanguages(
  tx: Tx,
  households: readonly { readonly id: number; readonly languages: readonly HouseholdLanguage[] }[],
): Promise<void> {
  const rows = households.flatMap(({ id, languages }) =>
    languages.map(({ language, level }, index) => ({ household_id: id, rank: index + 1, language, level })),
  );
  await tx.query(
    `insert into household_languages (household_id, rank, language, level)
     select household_id, rank, language, level
       from jsonb_to_recordset($1::jsonb) as x (household_id int, rank smallint, language text, level smallint)`,
    [JSON.stringify(rows)],
  );
}
