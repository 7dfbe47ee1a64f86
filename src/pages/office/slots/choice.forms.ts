import { z } from 'zod';
import type { FreeSlot, TalkChoice } from '../../../features/talks/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { fieldErrors } from '../form-errors.js';
import type { OfficeContext } from '../office-context.js';
import { instantOn } from '../week/iso-week.js';

const IdOrNone = z
  .string()
  .regex(/^\d{0,9}$/, 'validation:choice')
  .default('')
  .transform((value) => (value === '' ? null : Number(value)));

/** A choice as it stands in an address or a form; the instant itself, or a local day and time typed by hand. */
const ChoiceForm = z.object({
  startsAt: z.iso.datetime().optional().catch(undefined),
  day: z.iso.date('validation:day').optional(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'validation:time')
    .optional(),
  mode: z.enum(['onsite', 'video']).default('onsite'),
  room: IdOrNone,
  caseworker: z.coerce.number('validation:caseworker').int().positive('validation:caseworker'),
  interpreter: IdOrNone,
  interpreterMode: z.enum(['onsite', 'phone', 'video', '']).default(''),
  language: z.string('validation:language').regex(/^[a-z]{2,3}$/, 'validation:language'),
});

type Filled = z.infer<typeof ChoiceForm>;

/** The choice, or what is wrong with it. */
export function readChoice(
  query: unknown,
  { t, office }: OfficeContext,
): { readonly kind: 'read'; readonly choice: TalkChoice } | { readonly kind: 'wrong'; errors: FieldError[] } {
  const form = ChoiceForm.safeParse(query);
  if (!form.success) return { kind: 'wrong', errors: fieldErrors(form.error, t) };
  const { startsAt, day, time } = form.data;
  const typed = day && time ? instantOn(day, time, office.timeZone).toISOString() : undefined;
  const start = startsAt ?? typed;
  if (start === undefined) {
    const field = day === undefined ? 'day' : 'time';
    return { kind: 'wrong', errors: [{ field, text: t(`validation:${field}`) }] };
  }
  return { kind: 'read', choice: choiceOf(form.data, start) };
}

/** A room means on site, no room means by video; a mode of interpreting needs an interpreter. */
function choiceOf(form: Filled, startsAt: string): TalkChoice {
  return {
    startsAt,
    mode: form.room === null ? 'video' : 'onsite',
    roomId: form.room,
    caseworkerId: form.caseworker,
    interpreterId: form.interpreter,
    interpreterMode: form.interpreter === null ? null : form.interpreterMode || 'onsite',
    language: form.language,
  };
}

/** The choice as fields of a form or of an address. */
export function choiceFields(choice: TalkChoice): (readonly [name: string, value: string])[] {
  const { startsAt, roomId, caseworkerId, interpreterId, interpreterMode, language } = choice;
  return [
    ['startsAt', startsAt],
    ['room', roomId === null ? '' : String(roomId)],
    ['caseworker', String(caseworkerId)],
    ['interpreter', interpreterId === null ? '' : String(interpreterId)],
    ['interpreterMode', interpreterMode ?? ''],
    ['language', language],
  ];
}

/** The part of a free slot that is booked. */
export function choiceOfSlot(slot: FreeSlot): TalkChoice {
  const { startsAt, mode, roomId, caseworkerId, interpreterId, interpreterMode, language } = slot;
  return { startsAt, mode, roomId, caseworkerId, interpreterId, interpreterMode, language };
}

const OptionalId = z.coerce.number().int().positive().max(999_999_999).optional().catch(undefined);

/** What the search for free slots is narrowed to; a value that is not known narrows nothing. */
export const SlotsQuery = z.object({
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  caseworker: OptionalId,
  room: OptionalId,
  interpreter: OptionalId,
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .catch(undefined),
});

export type SlotsRequest = z.infer<typeof SlotsQuery>;
