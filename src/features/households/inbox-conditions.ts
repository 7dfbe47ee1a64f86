import { emailIndex, phoneIndex } from '../contacts/index.js';
import type { InboxFilter } from './household.queries.js';

/** Appends a value and returns its placeholder. */
type Place = (value: unknown) => string;

/**
 * The filter as SQL over `households h`. `$1` is the office and `$2` today's local date, always; both are used
 * whatever the filter says, because PostgreSQL refuses a parameter without a type.
 */
export function inboxConditions(
  officeId: number,
  today: string,
  filter: InboxFilter,
): { where: string; parameters: unknown[] } {
  const parameters: unknown[] = [officeId, today];
  const place: Place = (value) => `$${parameters.push(value)}`;
  const conditions = ['h.office_id = $1', '$2::date is not null', ...equalities(filter, place)];
  if (filter.language !== undefined) conditions.push(speaksFirst(place(filter.language)));
  if (filter.age !== undefined) conditions.push(isOfAge(filter.age, place));
  if (filter.rung !== undefined) conditions.push(standsAt(filter.rung, place));
  const wanted = filter.search?.normalize('NFC').trim() ?? '';
  if (wanted !== '') conditions.push(matches(wanted, place));
  return { where: conditions.join(' and '), parameters };
}

function equalities(filter: InboxFilter, place: Place): string[] {
  const wanted = {
    'h.state': filter.state,
    'h.channel': filter.channel,
    'h.municipality_bfs': filter.municipality,
  };
  return Object.entries(wanted)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => `${column} = ${place(value)}`);
}

const speaksFirst = (language: string): string =>
  `exists (select 1 from household_languages f where f.household_id = h.id and f.rank = 1 and f.language = ${language})`;

/** An invitation to another time is an invitation too. */
function standsAt(rung: NonNullable<InboxFilter['rung']>, place: Place): string {
  if (rung === 'suspended') return 'h.ladder_suspended_at is not null';
  return `(select case n.kind when 'change' then 'invitation' else n.kind end
    from notices n join talks t on t.id = n.talk_id and t.revision = n.revision
    where t.household_id = h.id and t.state = 'invited' and n.recipient_kind = 'household'
      and n.kind in ('invitation', 'change', 'answer-reminder', 'answer-letter', 'second-invitation')
      and n.state in ('sending', 'sent', 'unknown')
    order by coalesce(n.sent_at, n.due_at) desc, n.id desc limit 1) = ${place(rung)}`;
}

function isOfAge(age: 'overdue' | number, place: Place): string {
  if (age === 'overdue') return `h.state in ('open', 'planned') and h.target_on < $2::date`;
  return `$2::date - h.arrived_on >= ${place(age)}::int`;
}

function matches(wanted: string, place: Place): string {
  const text = place(`%${escapeLike(wanted)}%`);
  // one index for each way to be found; an "or" over all of them would use none
  const ways = [
    `select id from households where office_id = $1 and reference ilike ${text}`,
    `select household_id from persons where office_id = $1 and (first_name || ' ' || last_name) ilike ${text}`,
    ...waysToReach(wanted).map(
      ([column, index]) =>
        `select household_id from persons where office_id = $1 and ${column} = ${place(index)}`,
    ),
  ];
  return `h.id in (${ways.join(' union all ')})`;
}

/** Addresses and numbers are sealed: only a whole one is found. */
function waysToReach(wanted: string): [column: string, index: Buffer][] {
  if (/^\S+@\S+$/.test(wanted)) return [['email_index', emailIndex(wanted)]];
  const phone = /^\+?[\d\s()/.-]{6,25}$/.test(wanted) ? phoneIndex(wanted) : null;
  return phone ? [['phone_index', phone]] : [];
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
