import { sqlState } from './database.js';

/** SQLSTATE classes and system codes: cannot connect, shutting down, too many connections, no disk or memory, read-only. */
const AWAY =
  /^(08...|57P0.|53...|58030|25006|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** What pg, its pool and TypeORM say without a code when a connection is gone or none comes about in time. */
const AWAY_WORDS =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error|Query runner already released)|is not currently accepting connections$/;

/** The database cannot be asked at this moment; whoever tries again later may succeed. */
export function isDatabaseAway(error: unknown): boolean {
  if (AWAY.test(sqlState(error) ?? '')) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return error instanceof Error && (AWAY_WORDS.test(error.message) || isDatabaseAway(error.cause));
}
