import path from 'node:path';
import { prepareTestServer } from '../../dist/platform/database/test-server.js';

/** Starts one throw-away PostgreSQL with a migrated template database that every spec file clones. */
export default async function globalSetup() {
  const server = await prepareTestServer(path.resolve('.data/test-postgres'));
  process.env.TEST_DATABASE_SERVER = server.baseUrl;
  globalThis.stopTestServer = server.stop;
}
