import type { MigrationInterface, QueryRunner } from 'typeorm';

/** While a hold is open nothing is sent, of no office: a person must look at a restored database first. */
export class HoldSending1763881100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table sending_holds (
  id int generated always as identity constraint sending_holds_pk primary key,
  reason text not null,
  since timestamptz not null,
  released_at timestamptz,
  released_by text,
  constraint sending_holds_released_ck check ((released_at is null) = (released_by is null))
);
create unique index sending_holds_open_uq on sending_holds ((true)) where released_at is null;
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
