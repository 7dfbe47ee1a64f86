import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an import last said, as short marks, so that the same file does not undo what staff have changed since. */
export class AddImportMarks1763822000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table households add column import_marks jsonb not null default '{}';
alter table persons add column import_marks jsonb not null default '{}';
create index persons_name_idx on persons (office_id, lower(last_name), lower(first_name), born);
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
