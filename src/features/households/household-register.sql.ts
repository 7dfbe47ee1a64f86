/** Columns of `households` that an import writes, with their types. */
const HOUSEHOLD_TYPES = {
  register_key: 'text',
  municipality_bfs: 'int',
  arrived_on: 'date',
  target_on: 'date',
  state: 'text',
  state_reason: 'text',
  channel: 'text',
  letter_language: 'text',
  step_free: 'boolean',
  interpreter_gender: 'text',
  street: 'text',
  postcode: 'text',
  town: 'text',
  address_lock: 'boolean',
  note: 'text',
  import_marks: 'jsonb',
} as const;

/** Columns of `persons` that an import writes, with their types. */
const PERSON_TYPES = {
  person_key: 'text',
  is_contact: 'boolean',
  first_name: 'text',
  last_name: 'text',
  born: 'text',
  email: 'text',
  phone: 'text',
  permit: 'text',
  regime: 'text',
  nationality: 'text',
  origin: 'text',
  register_number: 'text',
  arrived_on: 'date',
  import_marks: 'text',
  email_index: 'bytea',
  email_domain: 'text',
  phone_index: 'bytea',
} as const;

const record = (types: Readonly<Record<string, string>>): string =>
  Object.entries(types)
    .map(([column, type]) => `${column} ${type}`)
    .join(', ');

export const HOUSEHOLD_COLUMNS = Object.keys(HOUSEHOLD_TYPES);
export const HOUSEHOLD_RECORD = record(HOUSEHOLD_TYPES);
export const PERSON_COLUMNS = Object.keys(PERSON_TYPES);
export const PERSON_RECORD = record(PERSON_TYPES);

/** Households by $2 register keys, or through persons by $3 register numbers or $4 person keys; $1 is the office. */
export const REGISTERED = `
with wanted as (
  select household_id as id from persons where office_id = $1 and register_number = any($3::text[])
  union select household_id from persons where office_id = $1 and person_key = any($4::text[])
  union select id from households where office_id = $1 and register_key = any($2::text[])
)
select h.id, h.register_key as "registerKey", h.municipality_bfs as "municipalityBfs",
       h.arrived_on::text as "arrivedOn", h.target_on::text as "targetOn", h.state, h.state_reason as "stateReason",
       h.channel, h.letter_language as "letterLanguage", h.step_free as "stepFree",
       h.interpreter_gender as "interpreterGender", h.street, h.postcode, h.town, h.address_lock as "addressLock",
       h.note, h.import_marks as "importMarks",
       exists (select 1 from talks t where t.household_id = h.id
         and t.state in ('planned', 'invited', 'confirmed', 'change-requested')) as "hasOpenTalk",
       coalesce((select jsonb_agg(jsonb_build_object('language', l.language, 'level', l.level) order by l.rank)
         from household_languages l where l.household_id = h.id), '[]') as languages,
       coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'personKey', p.person_key, 'isContact', p.is_contact,
           'firstName', p.first_name, 'lastName', p.last_name, 'born', p.born, 'email', p.email, 'phone', p.phone,
           'permit', p.permit, 'regime', p.regime, 'nationality', p.nationality, 'origin', p.origin,
           'registerNumber', p.register_number, 'arrivedOn', p.arrived_on, 'importMarks', p.import_marks)
           order by p.is_contact desc, p.id)
         from persons p where p.household_id = h.id), '[]') as persons
  from households h join wanted on wanted.id = h.id order by h.id`;
