/**
 * A confirmation that must not leave any more, because the household said yes and then wished another time, would have
 * told the time that holds until the talk is moved. Who has read nothing of this revision now reads it in the invitation,
 * or the change, that the yes had made needless. Part of a claim (table `claimed`); a row that somebody else is changing
 * is left to them.
 */
export const RETELL = `
update notices again set state = 'planned', state_reason = null
where again.id in (
  select n.id from claimed c join notices gone using (id)
  join notices n on n.talk_id = gone.talk_id and n.revision = gone.revision
  where gone.kind = 'confirmation' and c.obstacle = 'not-confirmed'
    and n.kind in ('invitation', 'change') and n.recipient_kind = 'household'
    and n.state = 'superseded' and n.state_reason = 'answered'
    and not exists (select from notices told where told.talk_id = n.talk_id and told.revision = n.revision
      and told.recipient_kind = 'household' and told.state in ('sent', 'sending', 'unknown'))
  for update of n skip locked)`;
