import type { OfficeContext } from '../office-context.js';
import { safeNext } from '../safe-next.js';

/** Which talk a click is about, and who clicked. */
export function talkCommand(
  { office, staff }: OfficeContext,
  talkId: string,
): { officeId: number; talkId: string; actor: string } {
  return { officeId: office.id, talkId, actor: `staff:${staff.id}` };
}

/** Where the reader wants to be after the click. */
export const nextOf = (body: Readonly<Record<string, unknown>>): string => safeNext(body['next']);
