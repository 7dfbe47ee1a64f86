import { SLOWEST_PER_MINUTE } from './mail-limit.js';

/** The row of our own mail server; no domain is called so. */
export const OUR_SERVER = '*';

/** No notice waits longer than this for a limit; a time further ahead was written before the clock was set back. */
const LONGEST_WAIT = `interval '${60 / SLOWEST_PER_MINUTE + 1} seconds'`;
/** Senders look every 3 s; what they could have sent since, they may send at once. */
const CATCH_UP = `interval '3 seconds'`;

const isClosed = (limit: string): string =>
  `${limit}.next_at > clock.now and ${limit}.next_at <= clock.now + ${LONGEST_WAIT}`;

/** The domain a notice `n` would go to now. */
const DOMAIN_OF_NOTICE = `
case n.recipient_kind
  when 'household' then (select email_domain from persons where household_id = n.recipient_id and is_contact)
  else (select email_domain from interpreters where id = n.recipient_id) end`;

/**
 * Whether no limit holds a notice `n` back at `clock.now`, and its domain is none of `busy` (a parameter). As long as
 * there is no limit at all, nothing is asked of the notice.
 */
export const withinLimits = (busy: string): string => `
not exists (select from mail_limits l where l.target = '${OUR_SERVER}' and ${isClosed('l')})
and (cardinality(${busy}::text[]) = 0 and not exists (select from mail_limits l where ${isClosed('l')})
  or not exists (select from (select ${DOMAIN_OF_NOTICE} as name) domain
    where domain.name = any(${busy}::text[])
      or exists (select from mail_limits l where l.target = domain.name and ${isClosed('l')})))`;

/**
 * Takes the next place of each limit of a claim (columns domain, obstacle, now); a row that another sender took at the
 * same moment is missing in the result.
 */
export const spendOf = (claim: string): string => `
update mail_limits l set next_at =
  greatest(least(l.next_at, clock.now), clock.now - ${CATCH_UP}) + interval '1 minute' / l.per_minute
from ${claim} clock
where clock.obstacle is null and l.target in ('${OUR_SERVER}', clock.domain) and not (${isClosed('l')})
returning l.target`;
