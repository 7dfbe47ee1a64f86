import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people on wheels or with a pram ask first about the way to a site. */
export class TellOfLifts1763884000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table sites add column lift boolean not null default false`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
