import { z } from 'zod';
import { DomainError } from '../../platform/errors/domain-error.js';

const SMALLEST_PAGE = 1;
const LARGEST_PAGE = 200;
const LARGEST_ID = 2_147_483_647;

/** An id of the database. */
export const Id = z.int().min(1).max(LARGEST_ID);

/** An id in an address or a query. */
export const IdText = z.coerce.number().int().min(1).max(LARGEST_ID);

/** A short text; NUL has no place in one, and PostgreSQL would refuse it. */
export function text(longest: number): z.ZodString {
  return z
    .string()
    .max(longest)
    .regex(/^[^\0]*$/);
}

/** A date that calendars and offices know. */
export const DateText = z.iso.date().regex(/^(19|20|21)/);

/** How much of a list, and from where on. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(SMALLEST_PAGE).max(LARGEST_PAGE).default(50),
  cursor: z.string().max(200).optional(),
});

/** A page of a list; `next` asks for the following one and is null on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A page as the document describes it. */
export function pageSchema(item: z.ZodType): z.ZodObject {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() });
}

/** Where the next page begins, as callers hand it back; they need not understand it. */
export function cursorOf(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads a cursor; undefined without one. Throws `cursor-invalid` for what `cursorOf` never made. */
export function placeOf<T>(cursor: string | undefined, schema: z.ZodType<T>): T | undefined {
  if (cursor === undefined) return undefined;
  const place = schema.safeParse(parsed(cursor));
  if (!place.success) throw new DomainError('cursor-invalid', 'invalid');
  return place.data;
}

/** The page of a whole list that begins after the element with this id. */
export function pageOf<T extends { readonly id: number | string }>(
  all: readonly T[],
  { limit, cursor }: z.infer<typeof PageQuery>,
): Page<T> {
  const after = placeOf(cursor, z.union([z.number(), z.string()]));
  const from = after === undefined ? 0 : all.findIndex((item) => item.id === after) + 1;
  if (after !== undefined && from === 0) throw new DomainError('cursor-invalid', 'invalid');
  const items = all.slice(from, from + limit);
  const last = items.at(-1);
  return { items, next: last && from + limit < all.length ? cursorOf(last.id) : null };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
