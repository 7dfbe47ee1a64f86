/** Where rows about a household are. */
export interface HouseholdTable {
  readonly table: string;
  /** SQL over the table `t`; `$1` is the household's id. */
  readonly rows: string;
  /** Columns that are not about the household, or that open a door. */
  readonly left?: readonly string[];
}

const OF_TALKS = 'in (select id from talks where household_id = $1)';
const OWN_NOTICES = `t.recipient_kind = 'household' and t.recipient_id = $1`;

/**
 * Every table with data about a household; a test compares the list with the database. Messages to interpreters about
 * its talks are theirs. Ids of staff and interpreters stay, their names are nowhere in it.
 */
export const householdTables: readonly HouseholdTable[] = [
  { table: 'households', rows: 't.id = $1' },
  { table: 'persons', rows: 't.household_id = $1', left: ['email_index', 'email_domain', 'phone_index'] },
  { table: 'email_consents', rows: 't.household_id = $1' },
  { table: 'household_languages', rows: 't.household_id = $1' },
  { table: 'interpreter_exclusions', rows: 't.household_id = $1' },
  { table: 'talks', rows: 't.household_id = $1' },
  { table: 'allocations', rows: `t.talk_id ${OF_TALKS} or (t.resource_kind = 4 and t.resource_id = $1)` },
  { table: 'notices', rows: OWN_NOTICES, left: ['lease_token', 'address_hash'] },
  { table: 'notice_events', rows: `t.notice_id in (select t.id from notices t where ${OWN_NOTICES})` },
  { table: 'returned_messages', rows: `t.notice_id in (select t.id from notices t where ${OWN_NOTICES})` },
  { table: 'links', rows: `t.household_id = $1 or t.talk_id ${OF_TALKS}`, left: ['token_hash', 'code_hash'] },
  { table: 'offer_talks', rows: `t.talk_id ${OF_TALKS}` },
  { table: 'calendar_entries', rows: `t.talk_id ${OF_TALKS}` },
  { table: 'displaced_talks', rows: `t.talk_id ${OF_TALKS}` },
  { table: 'agreed_talks', rows: `t.talk_id ${OF_TALKS}` },
  { table: 'cancellation_costs', rows: `t.talk_id ${OF_TALKS}` },
  { table: 'plan_rows', rows: 't.household_id = $1' },
  { table: 'plan_gaps', rows: 't.household_id = $1' },
  { table: 'job_items', rows: 't.household_id = $1' },
  { table: 'distinct_households', rows: 't.one = $1 or t.other = $1' },
  { table: 'archive_offer_households', rows: 't.household_id = $1' },
  {
    table: 'audit_entries',
    rows: `t.office_id = (select office_id from households where id = $1)
      and ((t.subject_kind = 'household' and t.subject_id = $1::text)
        or (t.subject_kind = 'talk' and t.subject_id in (select id::text from talks where household_id = $1)))`,
  },
];
