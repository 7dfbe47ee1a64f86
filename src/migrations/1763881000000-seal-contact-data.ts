import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sealed field, or none at all. */
const SEALED = (column: string): string =>
  `${column} = '' or ${column} ~ '^v1[.][a-z0-9]+[.][A-Za-z0-9_-]+$'`;

const COLUMNS = {
  persons: ['email', 'phone', 'import_marks'],
  households: ['street', 'postcode', 'town'],
  interpreters: ['email', 'phone'],
} as const;

/**
 * Contact data is written sealed only. Rows of before are sealed when the product has opened its keys
 * (`features/contacts/open-contact-keys.ts`), which then validates the constraints.
 */
export class SealContactData1763881000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table contact_keys (
  id text constraint contact_keys_pk primary key,
  proof text not null,
  made_at timestamptz not null default now()
);
alter table persons
  add column email_index bytea, add column email_domain text, add column phone_index bytea,
  alter column import_marks drop default,
  alter column import_marks type text using case import_marks when '{}' then '' else import_marks::text end,
  alter column import_marks set default '';
alter table interpreters add column email_index bytea, add column email_domain text;
alter table notices rename column address_hash to unkeyed_address_hash;
alter table notices add column address_hash bytea;
drop index interpreters_email_idx;
create index interpreters_email_idx on interpreters (email_index);
create index persons_email_idx on persons (office_id, email_index);
create index persons_phone_idx on persons (office_id, phone_index);
`);
    for (const [table, columns] of Object.entries(COLUMNS)) {
      for (const column of columns) {
        await runner.query(
          `alter table ${table} add constraint ${table}_${column}_sealed_ck check (${SEALED(column)}) not valid`,
        );
      }
    }
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
