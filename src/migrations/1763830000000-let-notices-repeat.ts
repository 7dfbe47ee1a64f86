import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice can be sent again as a copy of its own; a refused address is remembered by its hash. */
export class LetNoticesRepeat1763830000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table notices
  add column copy smallint not null default 0,
  add column copy_of uuid constraint notices_copy_fk references notices (id) on delete set null,
  add column address_hash bytea;
alter table notices drop constraint notices_once_uq;
alter table notices add constraint notices_once_uq
  unique nulls not distinct (talk_id, revision, kind, recipient_kind, recipient_id, copy);
create index notices_email_due_idx on notices (due_at, id) where state = 'planned' and channel = 'email';
create index notices_unknown_idx on notices (due_at) where state = 'unknown';
create index notices_recipient_idx on notices (recipient_kind, recipient_id);
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
