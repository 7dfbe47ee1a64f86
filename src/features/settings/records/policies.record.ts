import { DomainError } from '../../../platform/errors/domain-error.js';
import { OfficePoliciesSchema } from '../../offices/index.js';
import type { SettingsRecord } from '../settings-record.js';

/** The rules an office sets for itself, all but what its wishes are worth: those have their own page. */
export const PoliciesSchema = OfficePoliciesSchema.omit({ weights: true });

/** The policies of the office; what it never set has its default. */
export const policiesRecord: SettingsRecord = {
  kind: 'policies',
  personal: [],
  async load(tx, { officeId }) {
    const [found] = await tx.query<{ policies: unknown }[]>('select policies from offices where id = $1', [
      officeId,
    ]);
    return found && PoliciesSchema.parse(found.policies);
  },
  create() {
    return Promise.reject(new DomainError('not-found', 'not-found'));
  },
  async replace(tx, { officeId }, values) {
    await tx.query('update offices set policies = policies || $2::jsonb where id = $1', [
      officeId,
      JSON.stringify(PoliciesSchema.parse(values)),
    ]);
  },
};
