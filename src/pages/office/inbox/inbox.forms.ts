import { z } from 'zod';
import type { InboxCursor, InboxFilter } from '../../../features/households/index.js';

const states = ['open', 'planned', 'done', 'written', 'not-invited', 'moved-away'] as const;

export const rungs = [
  'invitation',
  'answer-reminder',
  'answer-letter',
  'second-invitation',
  'suspended',
] as const;

/** What the list may be narrowed to; a value that is not known narrows nothing. */
const InboxQuery = z.object({
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .catch(undefined),
  municipality: z.coerce.number().int().min(1).max(9999).optional().catch(undefined),
  state: z.enum([...states, 'all']).catch('open'),
  channel: z.enum(['email', 'letter']).optional().catch(undefined),
  age: z.enum(['overdue', '30', '60', '90']).optional().catch(undefined),
  rung: z.enum(rungs).optional().catch(undefined),
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d_\d{1,9}$/)
    .optional()
    .catch(undefined),
});

/** The address of the list, read. */
export interface InboxRequest {
  readonly filter: InboxFilter;
  readonly after: InboxCursor | undefined;
  /** The filters as they stand in the address, without the place in the list. */
  readonly chosen: Readonly<Record<InboxSelect, string>>;
}

/** The filters of the list. */
export type InboxSelect = 'state' | 'language' | 'municipality' | 'channel' | 'age' | 'rung';

export function readInboxRequest(query: unknown): InboxRequest {
  const asked = InboxQuery.parse(query);
  const { state, language, municipality, channel, age, rung, after } = asked;
  const [targetOn = '', id = ''] = after?.split('_') ?? [];
  return {
    filter: {
      state: state === 'all' ? undefined : state,
      language,
      municipality,
      channel,
      age: age === undefined || age === 'overdue' ? age : Number(age),
      rung,
    },
    after: after === undefined ? undefined : { targetOn, id: Number(id) },
    chosen: {
      state,
      language: written(language),
      municipality: written(municipality),
      channel: written(channel),
      age: written(age),
      rung: written(rung),
    },
  };
}

const written = (value: string | number | undefined): string => (value === undefined ? '' : String(value));
