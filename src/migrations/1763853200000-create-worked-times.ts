import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long an interpreter really worked on a visit: as they say, and as the office confirms. */
export class CreateWorkedTimes1763853200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table worked_times (
  visit_id uuid constraint worked_times_pk primary key
    constraint worked_times_visit_fk references visits (id) on delete cascade,
  reported_from timestamptz,
  reported_until timestamptz,
  note text not null default '',
  reported_at timestamptz,
  confirmed_from timestamptz,
  confirmed_until timestamptz,
  confirmed_at timestamptz,
  confirmed_by text,
  constraint worked_times_reported_ck check (num_nulls(reported_from, reported_until, reported_at) in (0, 3)
    and (reported_from is null or reported_from < reported_until)),
  constraint worked_times_confirmed_ck check (
    num_nulls(confirmed_from, confirmed_until, confirmed_at, confirmed_by) in (0, 4)
    and (confirmed_from is null or confirmed_from < confirmed_until))
);
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
