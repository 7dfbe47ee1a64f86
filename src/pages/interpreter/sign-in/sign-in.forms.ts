import { z } from 'zod';
import { ownPath } from '../own-path.js';

const Form = z.object({ email: z.string().trim().max(254).pipe(z.email()) });

/** What was entered at the sign-in page; `email` is undefined when it is no address. */
export interface AskedForLink {
  readonly entered: string;
  readonly email: string | undefined;
  readonly next: string;
}

export function askedForLink(body: unknown): AskedForLink {
  const fields = (body ?? {}) as Readonly<Record<string, unknown>>;
  const parsed = Form.safeParse(fields);
  const entered = typeof fields['email'] === 'string' ? fields['email'] : '';
  return { entered, email: parsed.success ? parsed.data.email : undefined, next: ownPath(fields['next']) };
}
