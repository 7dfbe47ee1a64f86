import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { openedContact, saveContact } from '../../contacts/index.js';

/** What an interpreter may change about themselves. */
export interface ChangeableProfile {
  readonly phone: string;
  /** Code of the language of pages, mails and calendar. */
  readonly locale: string;
  readonly onSite: boolean;
  readonly byPhone: boolean;
  readonly byVideo: boolean;
  readonly maxTalksPerDay: number;
  readonly maxTalksPerWeek: number;
}

/** The rest is changed by the office. */
export interface InterpreterProfile extends ChangeableProfile {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** Local dates `2027-01-11`; null: no declaration was signed, or it has no end. */
  readonly secrecyDeclaredOn: string | null;
  readonly secrecyValidUntil: string | null;
  readonly languages: readonly SpokenLanguage[];
}

interface SpokenLanguage {
  readonly code: string;
  readonly dialect: string | null;
  /** 1 = some, 2 = good, 3 = native. */
  readonly level: number;
  readonly qualification: string | null;
}

/** Reads profiles and saves what interpreters may change. */
@Injectable()
export class Profiles {
  constructor(private readonly database: Database) {}

  /** Throws `interpreter-unknown` when there is none. */
  async of(interpreterId: number): Promise<InterpreterProfile> {
    const [profile] = await this.database.query<InterpreterProfile>(
      `select i.first_name as "firstName", i.last_name as "lastName", i.email, i.phone, i.locale,
              i.on_site as "onSite", i.by_phone as "byPhone", i.by_video as "byVideo",
              i.max_talks_per_day as "maxTalksPerDay", i.max_talks_per_week as "maxTalksPerWeek",
              i.secrecy_declared_on::text as "secrecyDeclaredOn", i.secrecy_valid_until::text as "secrecyValidUntil",
              coalesce((select jsonb_agg(jsonb_build_object('code', language, 'dialect', dialect, 'level', level,
                  'qualification', qualification) order by level desc, language)
                from interpreter_languages l where l.interpreter_id = i.id), '[]') as languages
         from interpreters i where i.id = $1`,
      [interpreterId],
    );
    if (!profile) throw new DomainError('interpreter-unknown', 'not-found');
    return openedContact('interpreters', interpreterId, profile);
  }

  /** Throws `mode-missing` for somebody who would work neither on site nor from afar. */
  async save(interpreterId: number, profile: ChangeableProfile): Promise<void> {
    const { onSite, byPhone, byVideo } = profile;
    if (!onSite && !byPhone && !byVideo) throw new DomainError('mode-missing', 'invalid');
    const { locale, maxTalksPerDay, maxTalksPerWeek, phone } = profile;
    await this.database.transaction(async (tx) => {
      await tx.query(
        `update interpreters set locale = $2, on_site = $3, by_phone = $4, by_video = $5,
                max_talks_per_day = $6, max_talks_per_week = $7
          where id = $1`,
        [interpreterId, locale, onSite, byPhone, byVideo, maxTalksPerDay, maxTalksPerWeek],
      );
      await saveContact(tx, 'interpreters', interpreterId, { phone });
    });
  }
}
