import { z } from 'zod';
import type { DeliveryFilter } from '../../../features/notices/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';

/** States in the order of the filter; `trouble` is everything that needs somebody. */
export const deliveryStates = [
  'trouble',
  'to-print',
  'waiting',
  'retrying',
  'sending',
  'sent',
  'unknown',
  'bounced',
  'failed',
  'dropped',
  'superseded',
] as const;

const DeliveryQuery = z.object({
  state: z.enum(deliveryStates).optional().catch(undefined),
  kind: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional()
    .catch(undefined),
  before: z.guid().optional().catch(undefined),
});

export type DeliveryRequest = z.infer<typeof DeliveryQuery>;

/** The address of the list; a value that is not known narrows nothing. */
export function readDeliveryRequest(query: unknown): DeliveryRequest {
  return DeliveryQuery.parse(query);
}

export function filterOf({ state, kind }: DeliveryRequest): DeliveryFilter {
  return { ...(state === undefined ? {} : { state }), ...(kind === undefined ? {} : { kind }) };
}

/** The same list from another place on. */
export function deliveryHref({ state, kind }: DeliveryRequest, before?: string): string {
  const parts = Object.entries({ state, kind, before }).filter(
    (part): part is [string, string] => part[1] !== undefined,
  );
  return parts.length === 0 ? officePaths.delivery : `${officePaths.delivery}?${new URLSearchParams(parts)}`;
}
