import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a cancelled talk stood, so that a cancellation by mistake can be taken back. */
export class RememberCancelledState1763871200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table talks add column cancelled_from text constraint talks_cancelled_from_ck
  check (cancelled_from is null or state = 'cancelled');
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
