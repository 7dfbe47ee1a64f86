import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Long work of every kind: who ordered it, how far it is, and what came of it; matching runs move onto it. */
export class CreateJobs1763872000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table jobs (
  id uuid constraint jobs_pk primary key default uuidv7(),
  office_id int not null constraint jobs_office_fk references offices (id) on delete cascade,
  kind text not null,
  state text not null default 'waiting' constraint jobs_state_ck
    check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  about jsonb not null default '{}',
  step text,
  total int not null default 0,
  done int not null default 0,
  failed int not null default 0,
  skipped int not null default 0,
  facts jsonb not null default '{}',
  result jsonb,
  failure text,
  cancel_requested boolean not null default false,
  attempts smallint not null default 0,
  lease_token uuid,
  lease_until timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  constraint jobs_lease_ck check ((state = 'running') = (lease_token is not null)),
  constraint jobs_counts_ck check (least(total, done, failed, skipped) >= 0),
  constraint jobs_finished_ck check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
);
create index jobs_due_idx on jobs (created_at) where state in ('waiting', 'running');
create index jobs_office_idx on jobs (office_id, created_at desc);

create table job_items (
  job_id uuid not null constraint job_items_job_fk references jobs (id) on delete cascade,
  position int not null,
  office_id int not null constraint job_items_office_fk references offices (id) on delete cascade,
  household_id int not null constraint job_items_household_fk references households (id) on delete cascade,
  state text not null default 'waiting' constraint job_items_state_ck
    check (state in ('waiting', 'done', 'skipped', 'failed')),
  note text,
  before jsonb,
  constraint job_items_pk primary key (job_id, position)
);
create index job_items_household_idx on job_items (household_id);

alter table plans drop constraint plans_lease_ck;
insert into jobs (id, office_id, kind, created_by, created_at)
select id, office_id, 'matching', created_by, created_at from plans where state in ('draft', 'running');
update plans set state = 'draft', lease_token = null, lease_until = null where state = 'running';
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
