import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';

/** Rows of many tables that are written with one COPY each, in the order in which the tables are named. */
export class CopyRows {
  #rows = new Map();
  /** How many rows of each table were written so far. */
  written = new Map();

  /** @param columns names of the columns by table; a table after those that its rows point to */
  constructor(columns) {
    this.columns = columns;
    for (const table of Object.keys(columns)) {
      this.#rows.set(table, []);
      this.written.set(table, 0);
    }
  }

  /** One row: values in the order of the table's columns; undefined and null are NULL, objects are JSON. */
  add(table, ...values) {
    this.#rows.get(table).push(`${values.map(asText).join('\t')}\n`);
  }

  /** Writes what was added since the last time. */
  async flush(client) {
    for (const [table, rows] of this.#rows) {
      if (rows.length === 0) continue;
      const sink = client.query(copyFrom(`copy ${table} (${this.columns[table].join(', ')}) from stdin`));
      await pipeline(Readable.from(rows, { objectMode: false, highWaterMark: 1 << 16 }), sink);
      this.written.set(table, this.written.get(table) + rows.length);
      rows.length = 0;
    }
  }
}

const ESCAPES = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function asText(value) {
  if (value === undefined || value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replaceAll(/[\\\t\n\r]/g, (sign) => ESCAPES[sign]);
}
