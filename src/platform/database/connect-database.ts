import { DataSource } from 'typeorm';
import { Database } from './database.js';

/** A door to the database for commands that must look at it before the application can start. */
export interface ConnectedDatabase {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

/** Connects without touching the schema. */
export async function connectDatabase(url: string): Promise<ConnectedDatabase> {
  const source = new DataSource({ type: 'postgres', url, synchronize: false });
  await source.initialize();
  return { database: new Database(source), close: () => source.destroy() };
}
