import { OfficePoliciesSchema } from '../offices/index.js';

const { householdMonths, archiveOffer } = OfficePoliciesSchema.parse({});

const LAST_EVENT = `greatest(h.created_at, h.arrived_on::timestamptz,
  (select max(greatest(t.starts_at, t.updated_at)) from talks t where t.household_id = h.id),
  (select max(coalesce(n.sent_at, n.created_at)) from notices n
    where n.recipient_kind = 'household' and n.recipient_id = h.id))`;

/** An offer counts for what it held: whoever came back afterwards is offered again. */
const offered = (condition: string): string => `exists (select from archive_offer_households x
  join archive_offers a on a.id = x.offer_id
  where x.household_id = h.id and a.offered_at > ${LAST_EVENT} and ${condition})`;

/**
 * Households `h` whose time has come; `$1` is the office, `$2` now. Whoever waits for a talk or has one ahead is not
 * forgotten, however long it takes.
 */
const DUE = `from households h join offices o on o.id = h.office_id
where h.office_id = $1 and h.state not in ('open', 'planned')
  and ${LAST_EVENT} < $2::timestamptz
    - make_interval(months => coalesce((o.policies ->> 'householdMonths')::int, ${householdMonths}))`;

const NEEDS_OFFER = `coalesce((o.policies ->> 'archiveOffer')::boolean, ${archiveOffer})`;

/** Those that may go: the archive has answered, or the office need not ask it. */
export const DELETABLE = `${DUE} and (not ${NEEDS_OFFER} or ${offered('a.answer is not null')})`;

/** Those that nobody has offered yet. */
export const TO_OFFER = `${DUE} and ${NEEDS_OFFER} and not ${offered('true')}`;

/** Those that stay only because of the archive: not offered yet, or not answered. */
export const WAITING = `${DUE} and ${NEEDS_OFFER} and not ${offered('a.answer is not null')}`;
