import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two entries of the same people become one, or are noted as different people. */
export class MergeHouseholds1763872200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table households add column merged_into int
  constraint households_merged_into_fk references households (id) on delete set null
  constraint households_merged_into_ck check (merged_into <> id);
create index households_merged_into_idx on households (merged_into) where merged_into is not null;

create table distinct_households (
  office_id int not null constraint distinct_households_office_fk references offices (id) on delete cascade,
  one int not null constraint distinct_households_one_fk references households (id) on delete cascade,
  other int not null constraint distinct_households_other_fk references households (id) on delete cascade,
  noted_by text not null,
  noted_at timestamptz not null,
  constraint distinct_households_pk primary key (one, other),
  constraint distinct_households_order_ck check (one < other)
);
create index distinct_households_other_idx on distinct_households (other);
create index persons_duplicate_idx on persons (office_id, lower(last_name), lower(first_name), born) where born is not null;
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
