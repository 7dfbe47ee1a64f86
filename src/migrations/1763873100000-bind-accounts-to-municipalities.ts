import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts of a municipality see its households only. Numbers of merged municipalities stay, so there is no foreign key. */
export class BindAccountsToMunicipalities1763873100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table staff_users
  add column municipality_bfs int,
  add constraint staff_users_municipality_ck check (municipality_bfs is null or role = 'municipality');
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
