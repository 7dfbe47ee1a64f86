import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Municipality } from './municipalities.js';

/** Knows for which municipality an account signs in. */
@Injectable()
export class AccountMunicipality {
  constructor(private readonly database: Database) {}

  /** Undefined when the account belongs to none. */
  async of(officeId: number, userId: number): Promise<Municipality | undefined> {
    const [found] = await this.database.query<Municipality>(
      `select m.bfs_number as "bfsNumber", m.name, m.canton
         from staff_users u join municipalities m on m.bfs_number = u.municipality_bfs
        where u.office_id = $1 and u.id = $2 and u.role = 'municipality' order by m.valid_from desc limit 1`,
      [officeId, userId],
    );
    return found;
  }
}
