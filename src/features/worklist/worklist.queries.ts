import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** The figures beside the navigation. */
export interface WorklistCounts {
  /** Households that wait for a talk. */
  readonly inbox: number;
  /** Notices that did not arrive. */
  readonly deliveryErrors: number;
}

/** What waits for somebody in the office, counted over all features. */
@Injectable()
export class WorklistQueries {
  constructor(private readonly database: Database) {}

  async counts(officeId: number): Promise<WorklistCounts> {
    const rows = await this.database.query<WorklistCounts>(
      `select
         (select count(*)::int from households where office_id = $1 and state = 'open') as inbox,
         (select count(*)::int from notices
           where office_id = $1 and state in ('bounced', 'failed', 'unknown')) as "deliveryErrors"`,
      [officeId],
    );
    return rows[0] ?? { inbox: 0, deliveryErrors: 0 };
  }
}
