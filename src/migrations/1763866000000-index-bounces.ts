import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refused mails are counted by language at each reading of the metrics. */
export class IndexBounces1763866000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index notices_bounced_idx on notices (created_at) include (office_id, locale) where state = 'bounced'`,
    );
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
