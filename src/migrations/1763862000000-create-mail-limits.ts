import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How fast mails may go to a domain that asked us to slow down, and through our own mail server ('*'). */
export class CreateMailLimits1763862000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table mail_limits (
  target text constraint mail_limits_pk primary key,
  state text not null constraint mail_limits_state_ck check (state in ('paced', 'stopped')),
  per_minute float8 not null constraint mail_limits_pace_ck check (per_minute > 0),
  changed_at timestamptz not null,
  next_at timestamptz not null,
  reply text not null default ''
)`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
