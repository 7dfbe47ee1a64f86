import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** The present transaction; use cases pass it as their first argument. */
export type Tx = EntityManager;

/** Serialization failure, deadlock, lock not available: the same transaction may succeed when tried again. */
const PASSING_ERRORS = new Set(['40001', '40P01', '55P03']);
const RETRY_DELAYS_MS = [10, 50, 200];

/** A statement that is worth remembering; a name stands for one text only. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** What a connection of `pg` can do beyond TypeORM. */
interface Preparing<Row> {
  query(statement: {
    readonly name?: string;
    readonly text: string;
    readonly values: readonly unknown[];
  }): Promise<{ rows: Row[] }>;
}

/** The only door to PostgreSQL: transactions for writes, `query` for lists. */
@Injectable()
export class Database {
  /** How often a transaction was begun again, by SQLSTATE, since the process started. */
  readonly retries = new Map<string, number>();

  /** @param pooling a pooler gives each transaction any connection: none remembers a statement for the next */
  constructor(
    private readonly source: DataSource,
    private readonly pooling: { readonly isPooled: boolean } = { isPooled: false },
  ) {}

  /**
   * Runs `work` in one transaction with the pool's lock time-out, and again up to three times when PostgreSQL
   * reports a passing conflict. Everything `work` does must therefore be repeatable.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.patiently(() => this.source.transaction(work));
  }

  /** Runs one statement that is its own transaction, and again like one when PostgreSQL reports a passing conflict. */
  patientQuery<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.patiently(() => this.query<Row>(sql, parameters));
  }

  /** Runs one statement outside a transaction; rows are typed by the caller. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.source.query<Row[]>(sql, [...parameters]);
  }

  /**
   * Runs a large statement that each connection plans once and remembers under its name, unless a pooler stands
   * between; outside a transaction unless one is given. Errors are those of `pg` itself.
   */
  async prepared<Row>(statement: Statement, parameters: readonly unknown[], tx?: Tx): Promise<Row[]> {
    const runner = tx?.queryRunner ?? this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as Preparing<Row>;
      const { name, text } = statement;
      const { rows } = await client.query({
        text,
        values: parameters,
        ...(this.pooling.isPooled ? {} : { name }),
      });
      return rows;
    } finally {
      if (!tx) await runner.release();
    }
  }

  private async patiently<T>(work: () => Promise<T>): Promise<T> {
    for (const delayMs of RETRY_DELAYS_MS) {
      try {
        return await work();
      } catch (error) {
        const state = sqlState(error) ?? '';
        if (!PASSING_ERRORS.has(state)) throw error;
        this.retries.set(state, (this.retries.get(state) ?? 0) + 1);
        await sleep(delayMs * (0.5 + randomShare()));
      }
    }
    return work();
  }
}

/** SQLSTATE of a database error (`23P01` = exclusion violation), or undefined for anything else. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'driverError' in error ? sqlState(error.driverError) : undefined;
}

/** Name of the violated constraint, or undefined. */
export function violatedConstraint(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint;
  return 'driverError' in error ? violatedConstraint(error.driverError) : undefined;
}

/** Jitter keeps two transactions that met once from meeting again. */
function randomShare(): number {
  return Math.random();
}
