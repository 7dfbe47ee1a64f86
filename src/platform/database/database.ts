import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { officeSetting } from './office-scope.js';
import { scopedQuery, type TransactionSettings } from './scoped-query.js';

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

/** How the process reaches PostgreSQL. */
interface DatabaseLogin {
  /** A pooler gives each transaction any connection: none remembers a statement for the next. */
  readonly isPooled: boolean;
  /** Taken on in each transaction; without one statements run as the login itself. */
  readonly role: string | undefined;
}

/**
 * The only door to PostgreSQL: transactions for writes, `query` for lists. Whatever goes through it sees the offices
 * that its caller works for (office-scope.ts), and nothing when nobody said which.
 */
export class Database {
  /** How often a transaction was begun again, by SQLSTATE, since the process started. */
  readonly retries = new Map<string, number>();

  constructor(
    private readonly source: DataSource,
    private readonly login: DatabaseLogin = { isPooled: false, role: undefined },
  ) {}

  /**
   * Runs `work` in one transaction with the pool's lock time-out, and again up to three times when PostgreSQL
   * reports a passing conflict. Everything `work` does must therefore be repeatable.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.patiently(() => this.source.transaction((tx) => this.scoped(tx, work)));
  }

  /** Like {@link transaction}, and all statements of `work` see the database as it was at the first. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.patiently(() => this.source.transaction('REPEATABLE READ', (tx) => this.scoped(tx, work)));
  }

  /** Runs one statement that is its own transaction, and again like one when PostgreSQL reports a passing conflict. */
  patientQuery<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.patiently(() => this.query<Row>(sql, parameters));
  }

  /** Runs one statement that is its own transaction; rows are typed by the caller. Errors are those of `pg` itself. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const settings = this.settings();
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as pg.ClientBase;
      return (await scopedQuery(client, settings, { text: sql, values: [...parameters] })).rows as Row[];
    } finally {
      await runner.release();
    }
  }

  /**
   * Runs a large statement that each connection plans once and remembers under its name, unless a pooler stands
   * between; in a transaction of its own unless one is given.
   */
  async prepared<Row>(statement: Statement, parameters: readonly unknown[], tx?: Tx): Promise<Row[]> {
    if (!tx?.queryRunner) return this.transaction((own) => this.prepared<Row>(statement, parameters, own));
    const client = (await tx.queryRunner.connect()) as pg.ClientBase;
    const { name, text } = statement;
    const values = [...parameters];
    return (await client.query({ text, values, ...(this.login.isPooled ? {} : { name }) })).rows as Row[];
  }

  private async scoped<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { text, values } = this.settings();
    await tx.query(text, values);
    return work(tx);
  }

  /** Of the transaction alone, so that nothing stays on a connection that the next one may share. */
  private settings(): TransactionSettings {
    const office = `set_config('app.office', $1, true)`;
    const role = this.login.role === undefined ? '' : `, set_config('role', '${this.login.role}', true)`;
    return { text: `select ${office}${role}`, values: [officeSetting()] };
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
