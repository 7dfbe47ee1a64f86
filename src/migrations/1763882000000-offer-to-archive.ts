import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was offered to the archive before it may be destroyed, and what the archive said. */
export class OfferToArchive1763882000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table archive_offers (
  id int generated always as identity constraint archive_offers_pk primary key,
  office_id int not null constraint archive_offers_office_fk references offices (id) on delete cascade,
  class text not null constraint archive_offers_class_ck check (class in ('households')),
  offered_at timestamptz not null,
  offered_by text not null,
  entries int not null constraint archive_offers_entries_ck check (entries > 0),
  -- SHA-256 of the manifest, which holds that of every file
  manifest_sha256 bytea not null,
  answer text constraint archive_offers_answer_ck check (answer in ('taken', 'declined')),
  answered_at timestamptz,
  answered_by text,
  note text not null default '',
  constraint archive_offers_answered_ck check ((answer is null) = (answered_at is null)
    and (answer is null) = (answered_by is null))
);
create index archive_offers_office_idx on archive_offers (office_id);

create table archive_offer_households (
  offer_id int not null constraint archive_offer_households_offer_fk references archive_offers (id) on delete cascade,
  office_id int not null constraint archive_offer_households_office_fk references offices (id) on delete cascade,
  household_id int not null
    constraint archive_offer_households_household_fk references households (id) on delete cascade,
  constraint archive_offer_households_pk primary key (household_id, offer_id)
);
create index archive_offer_households_offer_idx on archive_offer_households (offer_id);
create index archive_offer_households_office_idx on archive_offer_households (office_id);
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
