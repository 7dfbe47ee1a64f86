import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Talks that a change of the settings left without their place, and what agencies call their interpreters. */
export class CreateDisplacedTalks1763864000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table displaced_talks (
  talk_id uuid constraint displaced_talks_pk primary key
    constraint displaced_talks_talk_fk references talks (id) on delete cascade,
  office_id int not null constraint displaced_talks_office_fk references offices (id) on delete cascade,
  revision int not null,
  rules jsonb not null constraint displaced_talks_rules_ck check (jsonb_typeof(rules) = 'array'),
  noted_at timestamptz not null
);
create index displaced_talks_office_idx on displaced_talks (office_id);

alter table office_interpreters add column agency_reference text not null default '';
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
