import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deleting a notice, and asking whether one was sent again, must not read the whole table. */
export class IndexNoticeCopies1763831000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index notices_copy_idx on notices (copy_of) where copy_of is not null`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
