import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files for the printer stay for a day, sealed, so that the page of a print job leads to them. */
export class KeepLetterFiles1763883000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table letter_files (
  job_id uuid not null constraint letter_files_job_fk references jobs (id) on delete cascade,
  number int not null constraint letter_files_number_ck check (number > 0),
  office_id int not null constraint letter_files_office_fk references offices (id) on delete cascade,
  letters int not null constraint letter_files_letters_ck check (letters > 0),
  sealed bytea not null,
  made_at timestamptz not null,
  constraint letter_files_pk primary key (job_id, number)
);
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
