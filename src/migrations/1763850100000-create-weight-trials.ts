import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Weights that somebody tries out on the last plan: two short searches, one with the weights of the office. */
export class CreateWeightTrials1763850100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table weight_trials (
  id uuid constraint weight_trials_pk primary key default uuidv7(),
  office_id int not null constraint weight_trials_office_fk references offices (id) on delete cascade,
  plan_id uuid not null constraint weight_trials_plan_fk references plans (id) on delete cascade,
  state text not null default 'waiting' constraint weight_trials_state_ck
    check (state in ('waiting', 'running', 'ready', 'failed')),
  present jsonb not null,
  tried jsonb not null,
  result jsonb,
  attempts smallint not null default 0,
  lease_until timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  constraint weight_trials_lease_ck check ((state = 'running') = (lease_until is not null)),
  constraint weight_trials_result_ck check ((state = 'ready') = (result is not null))
);
create index weight_trials_due_idx on weight_trials (created_at) where state in ('waiting', 'running');
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
