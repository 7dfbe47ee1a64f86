import type { Tx } from '../../../platform/database/database.js';
import { openedContact, saveContact } from '../../contacts/index.js';
import type { SettingsRecord, WeekHours } from '../settings-record.js';

/** An interpreter on the list of the office. */
export interface InterpreterSettings {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly gender: 'f' | 'm' | null;
  readonly onSite: boolean;
  readonly byPhone: boolean;
  readonly byVideo: boolean;
  readonly maxTalksPerDay: number;
  readonly maxTalksPerWeek: number;
  /** Minutes from one site to another. */
  readonly transferMinutes: number;
  /** Longest paid wait between two talks of one visit, in minutes. */
  readonly waitMinutes: number;
  /** Local dates; null: nothing was signed, or it has no end. */
  readonly secrecyDeclaredOn: string | null;
  readonly secrecyValidUntil: string | null;
  /** Asked in the order of their tiers, 1 first. */
  readonly tier: number;
  readonly tariffCode: string;
  /** What an agency calls this person. */
  readonly agencyReference: string;
  readonly languages: readonly {
    readonly language: string;
    readonly level: number;
    readonly dialect: string | null;
    readonly qualification: string | null;
  }[];
  readonly hours: readonly WeekHours[];
  readonly active: boolean;
}

/** Interpreters; one who left is offered nothing any more. */
export const interpreterRecord: SettingsRecord<InterpreterSettings> = {
  kind: 'interpreter',
  personal: ['email', 'phone', 'gender'],
  changesPrices: true,
  async load(tx, { officeId, id }) {
    const [found] = await tx.query<InterpreterSettings[]>(
      `select i.first_name as "firstName", i.last_name as "lastName", i.email, i.phone, i.gender,
              i.on_site as "onSite", i.by_phone as "byPhone", i.by_video as "byVideo",
              i.max_talks_per_day as "maxTalksPerDay", i.max_talks_per_week as "maxTalksPerWeek",
              i.transfer_minutes as "transferMinutes", i.wait_minutes as "waitMinutes",
              i.secrecy_declared_on::text as "secrecyDeclaredOn", i.secrecy_valid_until::text as "secrecyValidUntil",
              o.tier, i.tariff_code as "tariffCode", o.agency_reference as "agencyReference",
              coalesce((select jsonb_agg(jsonb_build_object('language', language, 'level', level, 'dialect', dialect,
                  'qualification', qualification) order by level desc, language)
                from interpreter_languages where interpreter_id = i.id), '[]') as languages,
              coalesce((select jsonb_agg(jsonb_build_object('weekday', weekday, 'from', left(starts::text, 5),
                  'until', left(ends::text, 5)) order by weekday, starts)
                from interpreter_hours where interpreter_id = i.id), '[]') as hours,
              i.active
         from interpreters i join office_interpreters o on o.interpreter_id = i.id
        where o.office_id = $1 and i.id = $2`,
      [officeId, id],
    );
    return found && openedContact('interpreters', id, found);
  },
  async create(tx, { officeId }, values) {
    const [row] = await tx.query<{ id: number }[]>(
      `insert into interpreters (first_name, last_name, email, tariff_code) values ($1, $2, '', $3) returning id`,
      [values.firstName, values.lastName, values.tariffCode],
    );
    const id = row?.id ?? 0;
    await tx.query('insert into office_interpreters (office_id, interpreter_id) values ($1, $2)', [
      officeId,
      id,
    ]);
    await save(tx, { officeId, id }, values);
    return id;
  },
  replace: (tx, scope, values) => save(tx, scope, values),
};

type Whose = Readonly<Record<'officeId' | 'id', number>>;

async function save(tx: Tx, { officeId, id }: Whose, values: InterpreterSettings): Promise<void> {
  await tx.query(
    `update interpreters set first_name = v."firstName", last_name = v."lastName", gender = v.gender, on_site = v."onSite", by_phone = v."byPhone", by_video = v."byVideo",
        max_talks_per_day = v."maxTalksPerDay", max_talks_per_week = v."maxTalksPerWeek",
        transfer_minutes = v."transferMinutes", wait_minutes = v."waitMinutes",
        secrecy_declared_on = v."secrecyDeclaredOn", secrecy_valid_until = v."secrecyValidUntil",
        tariff_code = v."tariffCode", active = v.active
       from jsonb_to_record($2::jsonb) as v ("firstName" text, "lastName" text, gender text,
         "onSite" boolean, "byPhone" boolean, "byVideo" boolean, "maxTalksPerDay" int, "maxTalksPerWeek" int,
         "transferMinutes" int, "waitMinutes" int, "secrecyDeclaredOn" date, "secrecyValidUntil" date,
         "tariffCode" text, active boolean)
      where interpreters.id = $1`,
    [id, JSON.stringify(values)],
  );
  await saveContact(tx, 'interpreters', id, { email: values.email, phone: values.phone });
  await tx.query(
    `update office_interpreters set tier = $3, agency_reference = $4 where office_id = $1 and interpreter_id = $2`,
    [officeId, id, values.tier, values.agencyReference],
  );
  await saveLanguages(tx, id, values.languages);
  await saveHours(tx, id, values.hours);
}

async function saveLanguages(tx: Tx, id: number, languages: InterpreterSettings['languages']): Promise<void> {
  await tx.query('delete from interpreter_languages where interpreter_id = $1', [id]);
  await tx.query(
    `insert into interpreter_languages (interpreter_id, language, level, dialect, qualification)
     select $1, language, level, dialect, qualification
       from jsonb_to_recordset($2::jsonb) as l (language text, level int, dialect text, qualification text)`,
    [id, JSON.stringify(languages)],
  );
}

async function saveHours(tx: Tx, id: number, hours: readonly WeekHours[]): Promise<void> {
  await tx.query('delete from interpreter_hours where interpreter_id = $1', [id]);
  await tx.query(
    `insert into interpreter_hours (interpreter_id, weekday, starts, ends)
     select $1, h.weekday, h."from"::time, h.until::time
       from jsonb_to_recordset($2::jsonb) as h (weekday int, "from" text, until text)`,
    [id, JSON.stringify(hours)],
  );
}
