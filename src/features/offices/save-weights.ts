import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Audit } from '../audit/index.js';
import type { OfficePolicies } from './policies.js';

/** What wishes are worth to the office from now on, in Rappen. */
export interface SaveWeightsCommand {
  readonly officeId: number;
  readonly actor: string;
  readonly weights: OfficePolicies['weights'];
}

/** Changes the weights of an office; plans that are computed already keep theirs. */
@Injectable()
export class SaveWeights {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  run({ officeId, actor, weights }: SaveWeightsCommand): Promise<void> {
    return this.database.transaction(async (tx) => {
      await tx.query(
        `update offices set policies = policies || jsonb_build_object('weights', $2::jsonb) where id = $1`,
        [officeId, JSON.stringify(weights)],
      );
      const subject = { subjectKind: 'office', subjectId: officeId };
      await this.audit.record(tx, {
        officeId,
        actor,
        action: 'weights-changed',
        ...subject,
        detail: { weights },
      });
    });
  }
}
