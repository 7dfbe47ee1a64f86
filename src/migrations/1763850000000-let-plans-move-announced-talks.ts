import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a run may do with announced talks, whom and when it plans, and what a row or a gap means for an announced talk. */
export class LetPlansMoveAnnouncedTalks1763850000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table plans
  add column announced text not null default 'keep'
    constraint plans_announced_ck check (announced in ('keep', 'absences', 'worthwhile')),
  add column from_day date,
  add column selection jsonb not null default '{}';
alter table plan_rows add column moves jsonb;
alter table plan_gaps add column announced jsonb;
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
