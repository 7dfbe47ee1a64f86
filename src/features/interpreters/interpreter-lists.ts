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

  /** Everybody on its list, by name. */
  names(officeId: number): Promise<{ id: number; name: string }[]> {
    return this.database.query(
      `select i.id, trim(i.first_name || ' ' || i.last_name) as name from interpreters i
         join office_interpreters l on l.interpreter_id = i.id where l.office_id = $1
        order by i.last_name, i.first_name, i.id`,
      [officeId],
    );
  }
}
