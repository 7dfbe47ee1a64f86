import { DomainError } from '../../../platform/errors/domain-error.js';
import { LadderPolicies, type Ladders } from '../../notices/index.js';
import type { SettingsRecord } from '../settings-record.js';

/** When the office asks again, by group of households; what it never set has the default of product.md. */
export const ladderRecord: SettingsRecord<Ladders> = {
  kind: 'ladder',
  personal: [],
  async load(tx, { officeId }) {
    const [found] = await tx.query<{ policies: unknown }[]>('select policies from offices where id = $1', [
      officeId,
    ]);
    return found && LadderPolicies.parse(found.policies).ladders;
  },
  create() {
    return Promise.reject(new DomainError('not-found', 'not-found'));
  },
  async replace(tx, { officeId }, ladders) {
    await tx.query('update offices set policies = policies || $2::jsonb where id = $1', [
      officeId,
      JSON.stringify(LadderPolicies.parse({ ladders })),
    ]);
  },
};
