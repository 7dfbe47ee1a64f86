import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints and refusals that came back wait for somebody, until they are dealt with. */
export class LetStaffDealWithAnswers1763871300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table returned_messages add column done_at timestamptz;
create index returned_messages_open_idx on returned_messages (office_id)
  where done_at is null and kind in ('complaint', 'calendar-reply');
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
