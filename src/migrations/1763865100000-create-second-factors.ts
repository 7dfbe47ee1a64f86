import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors of staff with their recovery codes; sessions that their owner can tell apart. */
export class CreateSecondFactors1763865100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table staff_sessions
  add column number int generated always as identity constraint staff_sessions_number_uq unique,
  add column browser text not null default '';

create table staff_second_factors (
  user_id int constraint staff_second_factors_pk primary key
    constraint staff_second_factors_user_fk references staff_users (id) on delete cascade,
  sealed_secret bytea not null,
  confirmed_at timestamptz,
  -- the newest code that was used; it and all before it are used up
  last_step bigint not null default 0
);

create table staff_recovery_codes (
  user_id int not null constraint staff_recovery_codes_user_fk references staff_users (id) on delete cascade,
  code_hash bytea not null,
  constraint staff_recovery_codes_pk primary key (user_id, code_hash)
);
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
