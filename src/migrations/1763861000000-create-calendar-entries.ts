import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One calendar entry for everybody who has to be at a talk, kept by the database: whoever writes a talk, its entries
 * follow, and an entry that was handed out is cancelled and never forgotten (docs/decisions/0006).
 */
export class CreateCalendarEntries1763861000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- resource_kind as in allocations: 2 caseworker, 3 interpreter
create table calendar_entries (
  id uuid constraint calendar_entries_pk primary key default uuidv7(),
  talk_id uuid not null constraint calendar_entries_talk_fk references talks (id) on delete cascade,
  resource_kind smallint not null constraint calendar_entries_kind_ck check (resource_kind in (2, 3)),
  resource_id int not null,
  sequence int not null,
  is_cancelled boolean not null,
  starts_at timestamptz not null,
  minutes smallint not null,
  language text not null constraint calendar_entries_language_fk references languages (code),
  mode text not null constraint calendar_entries_mode_ck check (mode in ('onsite', 'phone', 'video')),
  site_id int constraint calendar_entries_site_fk references sites (id) on delete set null,
  room_id int constraint calendar_entries_room_fk references rooms (id) on delete set null,
  changed_at timestamptz not null,
  constraint calendar_entries_once_uq unique (talk_id, resource_kind, resource_id)
);
create index calendar_entries_resource_idx on calendar_entries (resource_kind, resource_id, starts_at);

create function calendar_entries_grow() returns trigger language plpgsql as $$
begin
  if new.sequence <= old.sequence then
    raise exception 'a calendar entry changes with a higher sequence only' using errcode = 'check_violation',
      constraint = 'calendar_entries_sequence_ck';
  end if;
  return new;
end $$;
create trigger calendar_entries_grow before update of is_cancelled, starts_at, minutes, language, mode, site_id, room_id
  on calendar_entries for each row execute function calendar_entries_grow();

create function calendar_entries_follow_talk() returns trigger language plpgsql as $$
declare
  caseworker int := case when new.state <> 'cancelled' then new.caseworker_id end;
  interpreter int := case when new.state <> 'cancelled' and coalesce(new.interpreter_state, 'confirmed') = 'confirmed'
    then new.interpreter_id end;
begin
  update calendar_entries e set is_cancelled = true, sequence = e.sequence + 1, changed_at = new.updated_at
   where e.talk_id = new.id and not e.is_cancelled
     and e.resource_id is distinct from case e.resource_kind when 2 then caseworker else interpreter end;
  insert into calendar_entries as e (talk_id, resource_kind, resource_id, sequence, is_cancelled, starts_at, minutes,
    language, mode, site_id, room_id, changed_at)
  select new.id, kind, resource, 1, false, new.starts_at, new.minutes, new.language, mode, new.site_id, new.room_id,
    new.updated_at
    from (values (2, caseworker, new.mode), (3, interpreter, new.interpreter_mode)) as present (kind, resource, mode)
   where resource is not null
  on conflict on constraint calendar_entries_once_uq do update set sequence = e.sequence + 1, is_cancelled = false,
    starts_at = excluded.starts_at, minutes = excluded.minutes, language = excluded.language, mode = excluded.mode,
    site_id = excluded.site_id, room_id = excluded.room_id, changed_at = excluded.changed_at
   where (e.is_cancelled, e.starts_at, e.minutes, e.language, e.mode, e.site_id, e.room_id) is distinct from
     (false, excluded.starts_at, excluded.minutes, excluded.language, excluded.mode, excluded.site_id, excluded.room_id);
  return null;
end $$;
create trigger calendar_entries_follow_talk after insert or update of state, starts_at, minutes, language, mode, site_id,
  room_id, caseworker_id, interpreter_id, interpreter_state, interpreter_mode
  on talks for each row execute function calendar_entries_follow_talk();

-- feeds showed the revision of the talk as the sequence
insert into calendar_entries (talk_id, resource_kind, resource_id, sequence, is_cancelled, starts_at, minutes, language,
  mode, site_id, room_id, changed_at)
select t.id, kind, resource, t.revision, t.state = 'cancelled', t.starts_at, t.minutes, t.language, present.mode,
  t.site_id, t.room_id, t.updated_at
  from talks t cross join lateral (values (2, t.caseworker_id, t.mode),
    (3, case when coalesce(t.interpreter_state, 'confirmed') = 'confirmed' then t.interpreter_id end, t.interpreter_mode)
  ) as present (kind, resource, mode)
 where resource is not null;
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
