import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ten minutes of search are more units of work than an integer holds; a double holds them exactly and reads as a number. */
export class WidenPlanWork1763840000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table plans alter column work type double precision');
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
