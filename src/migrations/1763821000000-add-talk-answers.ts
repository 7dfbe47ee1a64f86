import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a household wishes instead, who was missing at a talk, and the state that undoing an outcome gives back. */
export class AddTalkAnswers1763821000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table talks
  add column wishes text,
  add column outcome_by text constraint talks_outcome_by_ck check (outcome_by in ('household', 'interpreter', 'office')),
  add column state_before_outcome text;
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
