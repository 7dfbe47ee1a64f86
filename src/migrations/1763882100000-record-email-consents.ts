import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a household may be told by e-mail: who said so, where, in which words, and when it was taken back. */
export class RecordEmailConsents1763882100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table email_consents (
  id int generated always as identity constraint email_consents_pk primary key,
  office_id int not null constraint email_consents_office_fk references offices (id) on delete cascade,
  household_id int not null constraint email_consents_household_fk references households (id) on delete cascade,
  -- 'register': with the address, on a form of the municipality; 'staff': said or written to the office
  source text not null constraint email_consents_source_ck check (source in ('register', 'staff')),
  wording text not null,
  language text not null,
  given_at timestamptz not null,
  noted_by text not null,
  withdrawn_at timestamptz,
  withdrawal_noted_by text,
  constraint email_consents_withdrawn_ck check ((withdrawn_at is null) = (withdrawal_noted_by is null))
);
create unique index email_consents_open_uq on email_consents (household_id) where withdrawn_at is null;
create index email_consents_household_idx on email_consents (household_id);
create index email_consents_office_idx on email_consents (office_id);

insert into email_consents (office_id, household_id, source, wording, language, given_at, noted_by)
select office_id, id, 'register', 'register-1', 'de', created_at, 'system' from households where channel = 'email';
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
