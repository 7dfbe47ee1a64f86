import { kindsWith } from './late-rules.js';

/** `clock.now`; `$1` are the milliseconds that the product's clock is ahead. */
export const CLOCK = `cross join (select now() + $1::float8 * interval '1 millisecond' as now) clock`;

/** Tables that say whether a notice `n` still holds: talk `t`, contact person `p` or interpreter `i`, and `clock`. */
export const OBSTACLE_TABLES = `
${CLOCK}
left join talks t on t.id = n.talk_id
left join offers asked on asked.id = n.offer_id
left join households h on n.recipient_kind = 'household' and h.id = n.recipient_id
left join persons p on p.household_id = h.id and p.is_contact
left join interpreters i on n.recipient_kind = 'interpreter' and i.id = n.recipient_id`;

/** By what the address is known to which a notice would go now, and its domain: null when none can be sent to. */
export const ADDRESS_HASH = `coalesce(p.email_index, i.email_index)`;
export const DOMAIN = `coalesce(p.email_domain, i.email_domain)`;

const OPEN_STATES = `('planned', 'invited', 'confirmed', 'change-requested')`;

/** Something about the talk as it is now came back, and nobody has told it another way. */
const UNREPAIRED_BOUNCE = `exists (select from notices b where b.talk_id = n.talk_id and b.revision = n.revision
  and b.recipient_kind = 'household' and b.state = 'bounced'
  and not exists (select from notices again where again.copy_of = b.id))`;

/** What only one who was told can be told: the talk's state that a kind speaks of. */
const STATE_OBSTACLE = `
case n.kind
  when 'cancellation' then case when t.state <> 'cancelled' then 'not-cancelled' end
  when 'interpreter-cancelled' then
    case when t.state in ${OPEN_STATES} and t.interpreter_id = n.recipient_id
      and coalesce(t.interpreter_state, 'confirmed') = 'confirmed' then 'not-cancelled' end
  else case
    when t.state = 'cancelled' then 'cancelled'
    when t.state not in ${OPEN_STATES} then 'over'
    when n.kind = 'confirmation' and t.state <> 'confirmed' then 'not-confirmed'
    when n.kind = 'invitation' and exists (select from notices answer where answer.talk_id = n.talk_id
      and answer.revision = n.revision and answer.kind = 'confirmation' and answer.state <> 'superseded') then 'answered'
    when n.facts -> 'stops' ? 'answered' and t.state <> 'invited' then 'answered'
    when n.facts -> 'stops' ? 'suspended' and h.ladder_suspended_at is not null then 'suspended'
    when n.facts -> 'stops' ? 'bounced' and ${UNREPAIRED_BOUNCE} then 'bounced'
    when n.recipient_kind = 'interpreter' and t.interpreter_id is distinct from n.recipient_id then 'other-interpreter'
  end
end`;

/** A notice of an offer speaks of the offer as it is; of a talk that was moved only when the offer ended with it. */
const OFFER_OBSTACLE = `
case
  when asked.edition <> n.revision then 'answered'
  when n.kind like 'interpreter-request%' and asked.state <> 'open' then 'answered'
  when n.kind = 'interpreter-confirmed' and asked.state <> 'accepted' then 'not-confirmed'
  when n.kind in ('interpreter-taken', 'interpreter-expired', 'interpreter-withdrawn')
    and asked.state in ('open', 'accepted') then 'answered'
end`;

/** Why nobody can be reached, or null. A copy is sent on purpose, even to an address that was refused. */
export const RECIPIENT_OBSTACLE = `
case
  when n.recipient_kind = 'household' and h.channel <> 'email' then 'no-email'
  when n.recipient_kind = 'interpreter' and not i.active then 'interpreter-inactive'
  when ${DOMAIN} is null then 'no-email'
  when n.copy_of is null and exists (select from notices earlier
    where earlier.recipient_kind = n.recipient_kind and earlier.recipient_id = n.recipient_id
      and earlier.state = 'bounced' and earlier.state_reason = 'address-unknown'
      and earlier.address_hash = ${ADDRESS_HASH}) then 'address-refused'
end`;

/** Why a notice speaks of something that no longer holds, or null. */
export const OUTDATED = `
case
  when n.kind = 'interpreter-sign-in' then null
  when t.id is null then 'talk-gone'
  when asked.id is not null then ${OFFER_OBSTACLE}
  when t.revision <> n.revision then 'moved'
  else ${STATE_OBSTACLE}
end`;

/** Its useful time is over: nobody needs it any more, or somebody must tell it another way (`LATE_RULES`). */
export const TOO_LATE = `
case when n.expires_at <= clock.now then
  case when ${kindsWith((rule) => rule.tooLate === 'drop')} then 'too-late' else 'expired' end
end`;

/**
 * Why a notice must not leave now, or null: it speaks of an older state of the talk, expired, or cannot reach anyone.
 * After {@link DROPPING_OBSTACLES} nothing follows; of the others another notice has told, or will tell, what holds now.
 */
export const OBSTACLE = `coalesce(${OUTDATED}, ${TOO_LATE}, ${RECIPIENT_OBSTACLE})`;

/** Obstacles that end a notice; after all but `too-late` the recipient does not know what they should. */
export const DROPPING_OBSTACLES = `('expired', 'too-late', 'no-email', 'interpreter-inactive', 'address-refused')`;
