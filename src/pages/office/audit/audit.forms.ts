import { z } from 'zod';
import type { AuditFilter } from '../../../features/audit/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { OfficeContext } from '../office-context.js';
import { dayPlus, instantOn } from '../week/iso-week.js';

const Name = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .optional()
  .catch(undefined);
const Day = z.iso.date().optional().catch(undefined);

const AuditQuery = z.object({
  action: Name,
  subject: Name,
  actor: z
    .string()
    .regex(/^[a-z]+(:\d{1,18})?$/)
    .optional()
    .catch(undefined),
  from: Day,
  until: Day,
  before: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .optional()
    .catch(undefined),
});

export type AuditRequest = z.infer<typeof AuditQuery>;

/** The address of the list; a value that cannot be one narrows nothing. */
export function readAuditRequest(query: unknown): AuditRequest {
  return AuditQuery.parse(query);
}

/** Days are those of the office; both are included. */
export function filterOf(asked: AuditRequest, { office }: OfficeContext): Omit<AuditFilter, 'limit'> {
  const { action, subject, actor, from, until, before } = asked;
  return {
    ...(action === undefined ? {} : { action }),
    ...(subject === undefined ? {} : { subjectKind: subject }),
    ...(actor === undefined ? {} : { actor }),
    ...(before === undefined ? {} : { before }),
    ...(from === undefined ? {} : { from: instantOn(from, '00:00', office.timeZone) }),
    ...(until === undefined ? {} : { until: instantOn(dayPlus(until, 1), '00:00', office.timeZone) }),
  };
}

/** The same list from another place on. */
export function auditHref(asked: AuditRequest, before?: string): string {
  const parts = Object.entries({ ...asked, before }).filter(
    (part): part is [string, string] => part[1] !== undefined,
  );
  return parts.length === 0 ? officePaths.audit : `${officePaths.audit}?${new URLSearchParams(parts)}`;
}
