import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Further ways in: identities of a provider, passkeys, recovery by two people, accounts that end by themselves. */
export class CreateStaffDoors1763874000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table staff_sessions add column by_provider boolean not null default false;

-- an account for emergencies; it opens nothing from then on
alter table staff_users add column ends_at timestamptz;

create table staff_identities (
  office_id int not null constraint staff_identities_office_fk references offices (id) on delete cascade,
  user_id int not null constraint staff_identities_user_fk references staff_users (id) on delete cascade
    constraint staff_identities_user_uq unique,
  issuer text not null,
  subject text not null,
  bound_at timestamptz not null,
  constraint staff_identities_pk primary key (issuer, subject)
);

create table staff_passkeys (
  id int generated always as identity constraint staff_passkeys_pk primary key,
  office_id int not null constraint staff_passkeys_office_fk references offices (id) on delete cascade,
  user_id int not null constraint staff_passkeys_user_fk references staff_users (id) on delete cascade,
  credential_id text not null constraint staff_passkeys_credential_uq unique,
  public_key bytea not null,
  counter bigint not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  -- SHA-256 of the newest challenge that it answered: none is answered twice
  last_challenge bytea
);
create index staff_passkeys_user_idx on staff_passkeys (user_id);

create table staff_recoveries (
  id int generated always as identity constraint staff_recoveries_pk primary key,
  office_id int not null constraint staff_recoveries_office_fk references offices (id) on delete cascade,
  user_id int not null constraint staff_recoveries_user_fk references staff_users (id) on delete cascade,
  reason text not null,
  asked_by int not null constraint staff_recoveries_asker_fk references staff_users (id) on delete cascade,
  asked_at timestamptz not null,
  approved_by int constraint staff_recoveries_approver_fk references staff_users (id) on delete cascade,
  approved_at timestamptz,
  constraint staff_recoveries_four_eyes_ck check (approved_by <> asked_by and approved_by <> user_id and asked_by <> user_id)
);
create unique index staff_recoveries_open_uq on staff_recoveries (user_id) where approved_at is null;
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
