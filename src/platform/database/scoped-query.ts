import pg from 'pg';
import { GuardedClient } from './guarded-client.js';
import { RememberingClient } from './remembering-client.js';

/** What the protocol layer of `pg` is asked here. */
interface Connection {
  parse(message: { readonly text: string; readonly name: string }): void;
  bind(message: {
    readonly portal: string;
    readonly statement: string;
    readonly values: readonly string[];
  }): void;
  execute(message: { readonly portal: string; readonly rows: number }): void;
}

/** The steps of a query of `pg` that its types leave out. */
interface Steps {
  prepare(connection: Connection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
}

/** Settings of one transaction: `text` sets them with `set_config(…, true)`, `values` are its parameters. */
export interface TransactionSettings {
  readonly text: string;
  readonly values: readonly string[];
}

const base = pg.Query.prototype as unknown as Steps;

/**
 * One statement and the settings of its transaction in a single round trip: both are executed before the one `Sync`, so
 * they share the implicit transaction. With `begin` and `commit` it would take three times as long.
 */
class ScopedQuery extends pg.Query {
  private isSet = false;

  constructor(
    private readonly settings: TransactionSettings,
    config: pg.QueryConfig & { readonly callback: (error: Error | null, result: pg.QueryResult) => void },
  ) {
    super(config);
  }

  /** Statements without parameters too: the simple protocol could not carry both. */
  requiresPreparation(): boolean {
    return true;
  }

  prepare(connection: Connection): void {
    connection.parse({ text: this.settings.text, name: '' });
    connection.bind({ portal: '', statement: '', values: this.settings.values });
    connection.execute({ portal: '', rows: 0 });
    base.prepare.call(this, connection);
  }

  handleDataRow(message: unknown): void {
    if (this.isSet) base.handleDataRow.call(this, message);
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.isSet) base.handleCommandComplete.call(this, message, connection);
    else this.isSet = true;
  }
}

/**
 * Runs a statement as its own transaction with these settings. `pg` mistakes the parsing of the settings for that of
 * the statement, so one that failed is never asked for by its name again.
 */
export function scopedQuery<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  settings: TransactionSettings,
  statement: { readonly text: string; readonly values: unknown[] },
): Promise<pg.QueryResult<Row>> {
  const memory = client instanceof RememberingClient ? client : undefined;
  const name = memory?.nameOf(statement.text);
  const answer = new Promise<pg.QueryResult<Row>>((resolve, reject) => {
    const callback = (error: Error | null, result: pg.QueryResult): void => {
      if (error) memory?.forget(statement.text);
      if (error) reject(error);
      else resolve(result);
    };
    const config = { ...statement, ...(name === undefined ? {} : { name }), callback };
    client.query(new ScopedQuery(settings, config));
  });
  if (client instanceof GuardedClient) client.watch(answer);
  return answer;
}
