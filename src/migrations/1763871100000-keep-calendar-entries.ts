import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A talk that is booked after a cancelled one takes over its calendar entries, of the household and of whoever takes part
 * again: in their calendars it is one entry, as after a move (docs/decisions/0006).
 */
export class KeepCalendarEntries1763871100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table talks add column entry_id uuid, add column entry_base int not null default 0;
update talks set entry_id = id;
alter table talks alter column entry_id set not null;
create index talks_entry_idx on talks (entry_id);

create function talks_keep_entry() returns trigger language plpgsql as $$
declare
  earlier record;
begin
  select t.state, t.entry_id, t.entry_base + t.revision as base into earlier from talks t
   where t.household_id = new.household_id order by t.created_at desc, t.id desc limit 1;
  if earlier.state = 'cancelled' then
    new.entry_id := earlier.entry_id;
    new.entry_base := earlier.base;
  else
    new.entry_id := new.id;
    new.entry_base := 0;
  end if;
  return new;
end $$;
create trigger talks_keep_entry before insert on talks for each row execute function talks_keep_entry();

create function calendar_entries_take_over() returns trigger language plpgsql as $$
begin
  update calendar_entries e set talk_id = new.id from talks earlier
   where earlier.entry_id = new.entry_id and earlier.state = 'cancelled' and earlier.id <> new.id
     and e.talk_id = earlier.id
     and e.resource_id = case e.resource_kind when 2 then new.caseworker_id
       else case when coalesce(new.interpreter_state, 'confirmed') = 'confirmed' then new.interpreter_id end end
     and not exists (select from calendar_entries mine where mine.talk_id = new.id
       and mine.resource_kind = e.resource_kind and mine.resource_id = e.resource_id);
  return null;
end $$;
-- triggers of one event run in the order of their names: before the entries follow the talk
create trigger calendar_entries_are_taken_over after insert or update of caseworker_id, interpreter_id, interpreter_state
  on talks for each row when (new.entry_id <> new.id and new.state <> 'cancelled')
  execute function calendar_entries_take_over();
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
