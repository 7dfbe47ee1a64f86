import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visits of interpreters, the offers they answer, and how far a talk's interpreter is. */
export class CreateVisitsAndOffers1763852000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table visits (
  id uuid constraint visits_pk primary key default uuidv7(),
  office_id int not null constraint visits_office_fk references offices (id) on delete cascade,
  interpreter_id int constraint visits_interpreter_fk references interpreters (id) on delete cascade,
  site_id int constraint visits_site_fk references sites (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null constraint visits_state_ck check (state in ('asked', 'confirmed', 'ended')),
  look_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint visits_order_ck check (starts_at < ends_at)
);
create index visits_interpreter_idx on visits (interpreter_id, starts_at);
create index visits_office_idx on visits (office_id, starts_at);
create index visits_look_idx on visits (look_at) where look_at is not null;

create table offers (
  id uuid constraint offers_pk primary key default uuidv7(),
  office_id int not null constraint offers_office_fk references offices (id) on delete cascade,
  interpreter_id int not null constraint offers_interpreter_fk references interpreters (id) on delete cascade,
  tier smallint not null constraint offers_tier_ck check (tier between 1 and 4),
  interpreter_mode text not null constraint offers_mode_ck check (interpreter_mode in ('onsite', 'phone', 'video')),
  state text not null default 'open' constraint offers_state_ck
    check (state in ('open', 'accepted', 'declined', 'expired', 'taken', 'withdrawn', 'released')),
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  edition smallint not null default 1,
  answered_at timestamptz,
  answered_by text,
  decline_reason text constraint offers_reason_ck check (decline_reason in ('no-time', 'known-person', 'other')),
  agency_reference text not null default ''
);
create index offers_interpreter_idx on offers (interpreter_id, state);
create index offers_due_idx on offers (answer_by) where state = 'open';
create index offers_office_idx on offers (office_id, id desc);

create table offer_talks (
  offer_id uuid not null constraint offer_talks_offer_fk references offers (id) on delete cascade,
  talk_id uuid not null constraint offer_talks_talk_fk references talks (id) on delete cascade,
  revision int not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  site_id int constraint offer_talks_site_fk references sites (id) on delete cascade,
  state text not null default 'open' constraint offer_talks_state_ck
    check (state in ('open', 'accepted', 'declined', 'expired', 'taken', 'withdrawn', 'released')),
  constraint offer_talks_pk primary key (offer_id, talk_id)
);
create index offer_talks_talk_idx on offer_talks (talk_id);
-- a talk has one interpreter who said yes, whatever happens at the same moment
create unique index offer_talks_one_accepted_uq on offer_talks (talk_id) where state = 'accepted';

alter table talks
  add column visit_id uuid constraint talks_visit_fk references visits (id) on delete set null,
  add column interpreter_state text constraint talks_interpreter_state_ck
    check (interpreter_state in ('asked', 'confirmed', 'missing')),
  add column state_once_sure text constraint talks_state_once_sure_ck
    check (state_once_sure in ('invited', 'confirmed')),
  drop constraint talks_interpreter_ck,
  drop constraint talks_provision_interpreter_ck,
  add constraint talks_interpreter_ck check (case
    when interpreter_state is null then (interpreter_id is null) = (interpreter_mode is null)
    else interpreter_mode is not null end),
  add constraint talks_provision_interpreter_ck check (
    provision <> 'interpreter' or interpreter_id is not null or interpreter_state in ('asked', 'missing')),
  add constraint talks_interpreter_answer_ck check (case interpreter_state
    when 'confirmed' then interpreter_id is not null
    when 'missing' then interpreter_id is null
    else true end);
create index talks_visit_idx on talks (visit_id) where visit_id is not null;
create index talks_unsure_idx on talks (starts_at) where interpreter_state in ('asked', 'missing');
create unique index allocations_one_interpreter_uq on allocations (talk_id) where resource_kind = 3;

alter table interpreters add column is_agency boolean not null default false;
alter table office_interpreters
  add column customer_number text not null default '',
  add constraint office_interpreters_tier_ck check (tier between 1 and 3);

alter table notices
  add column offer_id uuid constraint notices_offer_fk references offers (id) on delete cascade,
  drop constraint notices_once_uq;
alter table notices add constraint notices_once_uq
  unique nulls not distinct (talk_id, revision, kind, recipient_kind, recipient_id, offer_id, copy);
create index notices_offer_idx on notices (offer_id) where offer_id is not null;
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
