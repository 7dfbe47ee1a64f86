import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is kept of talks whose households were deleted: counts by month and one further dimension, never by two. And
 * the way through the audit trail for systems that follow what happens to talks.
 */
export class CreateTalkStatistics1763866100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table talk_statistics (
  office_id int not null constraint talk_statistics_office_fk references offices (id) on delete cascade,
  month date not null constraint talk_statistics_month_ck check (extract(day from month) = 1),
  dimension text not null constraint talk_statistics_dimension_ck
    check (dimension in ('month', 'language', 'outcome', 'municipality')),
  key text not null,
  talks int not null,
  held int not null,
  no_show int not null,
  cancelled int not null,
  persons int not null,
  waiting_days int not null,
  cost_rappen int not null,
  constraint talk_statistics_pk primary key (office_id, month, dimension, key)
);

create index audit_entries_talks_idx on audit_entries (office_id, id) where subject_kind = 'talk';
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
