import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links of people who get letters can be opened by the code on the letter. */
export class AddLetterCodes1763855000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table links add column code_hash bytea constraint links_code_uq unique;
create index notices_to_print_idx on notices (office_id, due_at) where state = 'planned' and channel = 'letter';
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
