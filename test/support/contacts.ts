import { openedContact, saveContact } from '../../src/features/contacts/index.js';
import type { Database } from '../../src/platform/database/database.js';

/** Ways to reach somebody, as they are read. */
interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
}

/** The contact of a household and everybody else in it gets other ways to be reached. */
export async function reachHousehold(
  database: Database,
  householdId: number,
  contact: Partial<Contact>,
): Promise<void> {
  const persons = await database.query<{ id: number }>('select id from persons where household_id = $1', [
    householdId,
  ]);
  for (const { id } of persons) await saveContact(database, 'persons', id, contact);
}

/** How the contact of a household is reached. */
export async function contactOf(database: Database, householdId: number): Promise<Contact> {
  const [row] = await database.query<Contact & { id: number }>(
    'select id, email, phone from persons where household_id = $1 and is_contact',
    [householdId],
  );
  return openedContact('persons', row!.id, row!);
}

/** Like {@link contactOf}, of an interpreter. */
export async function contactOfInterpreter(database: Database, id: number): Promise<Contact> {
  const [row] = await database.query<Contact>('select email, phone from interpreters where id = $1', [id]);
  return openedContact('interpreters', id, row!);
}
