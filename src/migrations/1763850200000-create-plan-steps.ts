import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people did with the rows of a plan, step by step, with each row as it was before. */
export class CreatePlanSteps1763850200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table plan_steps (
  plan_id uuid not null constraint plan_steps_plan_fk references plans (id) on delete cascade,
  step int not null,
  action text not null,
  actor text not null,
  taken_at timestamptz not null,
  before jsonb not null,
  constraint plan_steps_pk primary key (plan_id, step)
);
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
