import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an office must know of others: when the interpreters on its list work elsewhere. The one place where a
 * transaction of one office reads rows of another.
 */
export class LetOfficesSeeBusyInterpreters1763875000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create function talks_elsewhere(office int, interpreters int[], since timestamptz, before timestamptz)
returns setof talks language plpgsql stable as $$
declare
  present text := current_setting('app.office', true);
begin
  perform set_config('app.office', 'all', true);
  return query select * from talks t
    where t.office_id <> office and t.interpreter_id = any (interpreters) and t.state <> 'cancelled'
      and t.starts_at >= since and t.starts_at < before;
  perform set_config('app.office', coalesce(present, ''), true);
end $$;
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
