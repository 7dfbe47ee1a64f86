import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';

/** Which interpreters an office works with; staff see and change nobody else. */
@Injectable()
export class InterpreterLists {
  constructor(private readonly database: Database) {}

  /** Throws `interpreter-unknown` for one that is not on its list. */
  async assertOnList(officeId: number, interpreterId: number): Promise<void> {
    const known = await this.database.query<{ id: number }>(
      'select interpreter_id as id from office_interpreters where office_id = $1 and interpreter_id = $2',
      [officeId, interpreterId],
    );
    if (known.length === 0) throw new DomainError('interpreter-unknown', 'not-found');
  }
}
