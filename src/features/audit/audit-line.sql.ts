/** An entry `e` as the text that its seal covers: the same for the same entry, whatever wrote it. */
export const AUDIT_LINE = `jsonb_build_array(e.id, e.office_id, (extract(epoch from e.at) * 1000000)::bigint, e.actor,
  e.action, e.subject_kind, e.subject_id, e.detail)::text`;
