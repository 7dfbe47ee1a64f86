import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Households belong to a group with a ladder of its own, and staff can suspend it for one of them. */
export class SuspendLadders1763863000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table households
  add column ladder_group text not null default 'expected' constraint households_ladder_group_ck
    check (ladder_group in ('expected', 'voluntary')),
  add column ladder_suspended_at timestamptz,
  add column ladder_suspended_because text,
  add constraint households_ladder_suspended_ck
    check ((ladder_suspended_at is null) = (ladder_suspended_because is null));
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
