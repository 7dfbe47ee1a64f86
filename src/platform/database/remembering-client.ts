import type pg from 'pg';
import { GuardedClient } from './guarded-client.js';

/** Asked so often on one connection, a statement is planned once for all and not each time. */
const WORTH_REMEMBERING = 3;
/** Shorter ones are planned in no time. */
const SHORTEST = 120;
/** What one connection remembers at most: the server keeps a plan of each. */
const MOST = 150;
/** A plan whose columns are counted by `*` fails after a migration that adds one. */
const COUNTS_COLUMNS = /\*\s*(?:,|from\b|$)/i;

type Query = pg.Client['query'];

/**
 * A connection on which the server remembers the statements it is asked again and again, as prepared ones: the planning
 * of those of a booking takes as long as their running. Not for connections that a pooler hands on.
 */
export class RememberingClient extends GuardedClient {
  private readonly asked = new Map<string, number>();
  private readonly names = new Map<string, string>();
  private given = 0;

  constructor(config: pg.ClientConfig) {
    super(config);
    const ask = this.query as (...parts: unknown[]) => unknown;
    this.query = ((...parts: unknown[]): unknown => {
      const [text, values, ...rest] = parts;
      const name = typeof text === 'string' && Array.isArray(values) ? this.nameOf(text) : undefined;
      return name === undefined ? ask(...parts) : ask({ name, text, values }, ...rest);
    }) as Query;
  }

  /** Undefined for what is not worth it, or not yet. */
  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.given >= MOST) return known;
    if (text.length < SHORTEST || COUNTS_COLUMNS.test(text)) return undefined;
    const times = (this.asked.get(text) ?? 0) + 1;
    this.asked.set(text, times);
    if (times < WORTH_REMEMBERING) return undefined;
    this.asked.delete(text);
    this.given += 1;
    const name = `remembered-${this.given}`;
    this.names.set(text, name);
    return name;
  }

  /** After a failure nobody knows whether the server has it: under its old name it is not asked again. */
  forget(text: string): void {
    this.names.delete(text);
  }
}
