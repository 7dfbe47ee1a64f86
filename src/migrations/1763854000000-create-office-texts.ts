import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an office has decided about its texts, one row per language and text. A text without a row is a draft. Eight
 * more languages have texts now; each is shown only where the office has approved it.
 */
export class CreateOfficeTexts1763854000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create sequence office_text_versions;

create table office_texts (
  office_id int not null constraint office_texts_office_fk references offices (id) on delete cascade,
  language text not null constraint office_texts_language_fk references languages (code),
  key text not null,
  words text,
  state text not null constraint office_texts_state_ck check (state in ('draft', 'reviewed', 'approved')),
  source_hash text not null,
  words_hash text not null,
  edited_by text,
  edited_at timestamptz,
  reviewed_by text,
  reviewed_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  version bigint not null default nextval('office_text_versions'),
  constraint office_texts_pk primary key (office_id, language, key),
  constraint office_texts_words_ck check (words is null or words <> ''),
  constraint office_texts_editor_ck check ((edited_by is null) = (edited_at is null)),
  constraint office_texts_approval_ck check (state <> 'approved' or (approved_by is not null and approved_at is not null)),
  constraint office_texts_four_eyes_ck check (state <> 'approved' or approved_by is distinct from edited_by)
);
create index office_texts_version_idx on office_texts (office_id, version);

update languages set for_texts = true where code in ('sq', 'es', 'tr', 'pt', 'sr', 'fr', 'ru', 'it');
`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations only go forward: restore a backup instead.'));
  }
}
