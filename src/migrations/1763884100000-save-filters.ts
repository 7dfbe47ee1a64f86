import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters of *Eingang* that somebody keeps for themselves, each under a name. */
export class SaveFilters1763884100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table saved_filters (
  id int generated always as identity constraint saved_filters_pk primary key,
  office_id int not null constraint saved_filters_office_fk references offices (id) on delete cascade,
  user_id int not null constraint saved_filters_user_fk references staff_users (id) on delete cascade,
  name text not null constraint saved_filters_name_ck check (length(name) between 1 and 60),
  -- what is chosen, by the names of the list's filters
  chosen jsonb not null,
  constraint saved_filters_name_uq unique (user_id, name)
);
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
