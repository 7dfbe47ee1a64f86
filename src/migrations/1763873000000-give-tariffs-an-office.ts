import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tariffs belong to the office that entered them. Those by which interpreters of several offices are paid belong to no
 * office: each sees them, none changes them.
 */
export class GiveTariffsAnOffice1763873000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table tariffs
  add column office_id int constraint tariffs_office_fk references offices (id) on delete cascade;
create index tariffs_office_idx on tariffs (office_id);

update tariffs t set office_id = users.office_id
  from (select i.tariff_code, min(o.office_id) as office_id
          from interpreters i join office_interpreters o on o.interpreter_id = i.id
         group by i.tariff_code having count(distinct o.office_id) = 1) users
 where users.tariff_code = t.code;
update tariffs set office_id = (select min(id) from offices)
 where office_id is null and (select count(*) from offices) = 1;
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
