import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans: one matching run each, its rows, and the households that it found no talk for. */
export class CreatePlans1763820000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table plans (
  id uuid constraint plans_pk primary key default uuidv7(),
  office_id int not null constraint plans_office_fk references offices (id) on delete cascade,
  state text not null default 'draft' constraint plans_state_ck
    check (state in ('draft', 'running', 'ready', 'published', 'discarded', 'failed')),
  version int not null default 1,
  edition int not null default 1,
  based_on uuid constraint plans_based_on_fk references plans (id),
  weeks smallint not null constraint plans_weeks_ck check (weeks between 1 and 52),
  horizon_from date,
  horizon_to date,
  seed int not null default 1,
  work int not null,
  household_ids int[],
  attempts smallint not null default 0,
  lease_token uuid,
  lease_until timestamptz,
  cancel_requested boolean not null default false,
  progress jsonb not null default '{}',
  snapshot jsonb,
  cost jsonb,
  bound jsonb,
  totals jsonb,
  failure text,
  result jsonb,
  created_by text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  published_by text,
  published_at timestamptz,
  constraint plans_lease_ck check ((state = 'running') = (lease_token is not null))
);
-- one run at a time per office, and one edition after another
create unique index plans_one_run_uq on plans (office_id) where state in ('draft', 'running');
create unique index plans_based_on_uq on plans (based_on) where state <> 'failed';
create index plans_office_idx on plans (office_id, created_at desc);

create table plan_rows (
  plan_id uuid not null constraint plan_rows_plan_fk references plans (id) on delete cascade,
  household_id int not null constraint plan_rows_household_fk references households (id) on delete cascade,
  state text not null default 'proposed' constraint plan_rows_state_ck
    check (state in ('proposed', 'accepted', 'changed', 'pinned', 'left-out', 'published', 'conflict')),
  version int not null default 1,
  starts_at timestamptz not null,
  minutes smallint not null,
  mode text not null constraint plan_rows_mode_ck check (mode in ('onsite', 'video')),
  site_id int constraint plan_rows_site_fk references sites (id),
  room_id int constraint plan_rows_room_fk references rooms (id),
  caseworker_id int not null constraint plan_rows_caseworker_fk references caseworkers (id),
  interpreter_id int constraint plan_rows_interpreter_fk references interpreters (id),
  interpreter_mode text constraint plan_rows_interpreter_mode_ck check (interpreter_mode in ('onsite', 'phone', 'video')),
  language text not null constraint plan_rows_language_fk references languages (code),
  provision text not null,
  reasons jsonb not null default '[]',
  cost jsonb not null default '{}',
  mark text constraint plan_rows_mark_ck check (mark in ('new', 'moved')),
  proposed jsonb,
  undo jsonb,
  conflict jsonb,
  talk_id uuid constraint plan_rows_talk_fk references talks (id) on delete set null,
  constraint plan_rows_pk primary key (plan_id, household_id)
);
create index plan_rows_household_idx on plan_rows (household_id);

create table plan_gaps (
  plan_id uuid not null constraint plan_gaps_plan_fk references plans (id) on delete cascade,
  household_id int not null constraint plan_gaps_household_fk references households (id) on delete cascade,
  obstacles jsonb not null default '[]',
  hints jsonb not null default '[]',
  constraint plan_gaps_pk primary key (plan_id, household_id)
);
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
