import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the interpreters' own pages need: sign-in links with a destination, sessions, the language they read. */
export class CreateInterpreterPages1763853000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table links
  add column caseworker_id int constraint links_caseworker_fk references caseworkers (id) on delete cascade,
  add column path text,
  add column used_at timestamptz;
create index links_interpreter_idx on links (interpreter_id, purpose) where interpreter_id is not null;
create index links_caseworker_idx on links (caseworker_id) where caseworker_id is not null;

alter table interpreters
  add column locale text not null default 'de' constraint interpreters_locale_fk references languages (code);
create index interpreters_email_idx on interpreters (lower(trim(email)));

create table interpreter_sessions (
  id_hash bytea constraint interpreter_sessions_pk primary key,
  interpreter_id int not null constraint interpreter_sessions_interpreter_fk references interpreters (id) on delete cascade,
  csrf_token text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index interpreter_sessions_interpreter_idx on interpreter_sessions (interpreter_id);
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
