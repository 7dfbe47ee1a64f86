import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counters of attempts, shared by all web processes; the columns are those of rate-limiter-flexible. */
export class CreateRateLimits1763810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table rate_limits (
  key text constraint rate_limits_pk primary key,
  points int not null default 0,
  expire bigint
);
create index rate_limits_expire_idx on rate_limits (expire);
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
