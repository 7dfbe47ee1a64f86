import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Planning asks when the last invitation of an office leaves. */
export class IndexInvitations1763871000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index notices_invitation_idx on notices (office_id, due_at) where kind = 'invitation';
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
