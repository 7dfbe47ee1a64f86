import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';

/** Filters of *Eingang* that a person keeps under a name. */
export interface SavedFilter {
  readonly id: number;
  readonly name: string;
  /** What is chosen, by the names of the list's filters. */
  readonly chosen: Readonly<Record<string, string>>;
}

/** More would be a list to search in. */
const MOST_PER_PERSON = 20;

/** What each person keeps for themselves; nobody sees another's. */
@Injectable()
export class SavedFilters {
  constructor(private readonly database: Database) {}

  /** By name. */
  of(userId: number): Promise<SavedFilter[]> {
    return this.database.query<SavedFilter>(
      'select id, name, chosen from saved_filters where user_id = $1 order by lower(name), id',
      [userId],
    );
  }

  /** Keeps the filters; one of the same name is replaced. Throws `too-many-saved-filters`. */
  async save(
    whose: { readonly officeId: number; readonly userId: number },
    { name, chosen }: Omit<SavedFilter, 'id'>,
  ): Promise<void> {
    const saved = await this.database.query(
      `insert into saved_filters (office_id, user_id, name, chosen)
       select $1, $2, $3, $4
        where (select count(*) from saved_filters where user_id = $2 and name <> $3) < ${MOST_PER_PERSON}
       on conflict on constraint saved_filters_name_uq do update set chosen = excluded.chosen
       returning id`,
      [whose.officeId, whose.userId, name, JSON.stringify(chosen)],
    );
    if (saved.length === 0) {
      throw new DomainError('too-many-saved-filters', 'conflict', { most: MOST_PER_PERSON });
    }
  }

  /** Throws `not-found` for what is another person's. */
  async remove(userId: number, id: number): Promise<void> {
    const removed = await this.database.query(
      'with gone as (delete from saved_filters where user_id = $1 and id = $2 returning id) select id from gone',
      [userId, id],
    );
    if (removed.length === 0) throw new DomainError('not-found', 'not-found');
  }
}
