import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What changed lately, by office, kind of thing and actor: open pages are told of it through the channel `changes`.
 * It follows the audit, which every change is written to; whoever only reads changes nothing.
 */
export class CreateChanges1763872100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table changes (
  id bigint generated always as identity constraint changes_pk primary key,
  office_id int not null constraint changes_office_fk references offices (id) on delete cascade,
  topic text not null,
  actor text not null,
  count int not null constraint changes_count_ck check (count > 0),
  at timestamptz not null default now(),
  -- by it a page knows exactly which changes it has not seen, whatever order transactions end in
  xact xid8 not null default pg_current_xact_id()
);
create index changes_office_idx on changes (office_id, xact);
create index changes_at_idx on changes (at);

create function tell_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('changes', new.office_id || ' ' || new.topic);
  return null;
end $$;
create trigger changes_tell after insert on changes for each row execute function tell_change();

create function note_audited_changes() returns trigger language plpgsql as $$
begin
  insert into changes (office_id, topic, actor, count)
  select office_id, subject_kind, actor, count(*) from added
   where action !~ '-(read|listed|exported|printed)$'
   group by office_id, subject_kind, actor;
  return null;
end $$;
create trigger audit_entries_changes after insert on audit_entries referencing new table as added
  for each statement execute function note_audited_changes();

create function note_delivery_trouble() returns trigger language plpgsql as $$
begin
  insert into changes (office_id, topic, actor, count)
  select n.office_id, 'notice', 'system', count(*) from added e join notices n on n.id = e.notice_id
   where e.event in ('bounced', 'failed', 'unknown') group by n.office_id;
  return null;
end $$;
create trigger notice_events_changes after insert on notice_events referencing new table as added
  for each statement execute function note_delivery_trouble();
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
