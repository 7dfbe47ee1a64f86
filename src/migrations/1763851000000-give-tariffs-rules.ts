import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rules and validity of tariff versions. The columns of prices stay what the search for a plan reckons with; a version
 * without rules has those prices and takes nothing when a visit is called off.
 */
export class GiveTariffsRules1763851000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table tariffs
  add column rules jsonb constraint tariffs_rules_ck check (jsonb_typeof(rules) = 'object'),
  add column valid_until date,
  add column source text not null default '',
  alter column hourly_rappen drop not null,
  alter column minimum_minutes drop not null,
  alter column step_minutes drop not null,
  alter column remote_hourly_rappen drop not null,
  alter column remote_minimum_minutes drop not null,
  alter column remote_step_minutes drop not null,
  add constraint tariffs_validity_ck check (valid_until is null or valid_until >= valid_from),
  add constraint tariffs_onsite_ck check (num_nulls(hourly_rappen, minimum_minutes, step_minutes) in (0, 3)
    and hourly_rappen >= 0 and minimum_minutes >= 0 and step_minutes > 0),
  add constraint tariffs_remote_ck check (
    num_nulls(remote_hourly_rappen, remote_minimum_minutes, remote_step_minutes) in (0, 3)
    and remote_hourly_rappen >= 0 and remote_minimum_minutes >= 0 and remote_step_minutes > 0),
  add constraint tariffs_travel_ck check (travel_rappen >= 0);
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
