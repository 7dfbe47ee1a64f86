import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit can only grow, and each entry gets a seal over itself and the one before. */
export class ChainAudit1763865000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table audit_seals (
  office_id int not null constraint audit_seals_office_fk references offices (id) on delete cascade,
  position bigint not null constraint audit_seals_position_ck check (position > 0),
  entry_id bigint not null constraint audit_seals_entry_uq unique,
  hash bytea not null constraint audit_seals_hash_ck check (length(hash) = 32),
  constraint audit_seals_pk primary key (office_id, position)
);
create index audit_entries_office_idx on audit_entries (office_id, id desc);

-- rows go only together with their office, whose own row is gone by then
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select from offices where id = old.office_id) then return old; end if;
  raise exception 'the audit can only grow' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function refuse_audit_change();
create trigger audit_entries_no_truncate before truncate on audit_entries
  for each statement execute function refuse_audit_change();
create trigger audit_seals_append_only before update or delete on audit_seals
  for each row execute function refuse_audit_change();
create trigger audit_seals_no_truncate before truncate on audit_seals
  for each statement execute function refuse_audit_change();
revoke update, delete, truncate on audit_entries, audit_seals from public;
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
