import { DomainError } from '../../../platform/errors/domain-error.js';
import type { Role } from '../../staff/index.js';
import type { SettingsRecord } from '../settings-record.js';

/** Somebody who may sign in. */
export interface AccountSettings {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Language of the pages: `de`, `en` or `fr`. */
  readonly locale: string;
  /** BFS number; null for roles that belong to no municipality. */
  readonly municipalityBfs: number | null;
  /** False: locked. */
  readonly active: boolean;
}

/** Staff accounts. Whoever is locked is signed out at once; a new account begins with its password (`NewAccount`). */
export const accountRecord: SettingsRecord<AccountSettings> = {
  kind: 'account',
  personal: ['email'],
  async load(tx, { officeId, id }) {
    const [found] = await tx.query<AccountSettings[]>(
      `select name, email, role, locale, municipality_bfs as "municipalityBfs", active
         from staff_users where office_id = $1 and id = $2`,
      [officeId, id],
    );
    return found;
  },
  create() {
    return Promise.reject(new DomainError('not-found', 'not-found'));
  },
  async replace(tx, { officeId, id }, { name, email, role, locale, municipalityBfs, active }) {
    await tx.query(
      `update staff_users set name = $3, email = $4, role = $5, locale = $6, municipality_bfs = $7, active = $8
        where office_id = $1 and id = $2`,
      [officeId, id, name, email, role, locale, municipalityBfs, active],
    );
    if (!active) await tx.query('delete from staff_sessions where user_id = $1', [id]);
  },
};
