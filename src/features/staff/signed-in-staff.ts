import type { Role } from './role.js';

/** Who is at the keyboard: attached to each request under /office by its guard. */
export interface SignedInStaff {
  readonly id: number;
  readonly officeId: number;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  /** `de`, `en` or `fr`. */
  readonly locale: string;
  /** Expected in every form of this session. */
  readonly csrfToken: string;
  readonly caseworkerId: number | null;
  /** Which of the person's sessions this is. */
  readonly sessionNumber: number;
  /** The office asks for a second factor and this account has none yet. */
  readonly mustEnrol: boolean;
}
