import { sqlState } from '../../platform/database/database.js';
import { isDatabaseAway } from '../../platform/database/database-away.js';

/** What the database says, or what was known last when it is away or refuses to answer now. Everything else fails. */
export async function orKnown<T>(ask: () => Promise<T>, known: T): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (isDatabaseAway(error) || sqlState(error) !== undefined) return known;
    throw error;
  }
}
