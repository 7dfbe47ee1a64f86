import { setTimeout as sleep } from 'node:timers/promises';
import {
  createPostgresBackend,
  createRedisBackend,
  setDefaultBackendFactory,
  type ConnectionOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { QueueState } from './queue-state.js';

/** What BullMQ's queues and workers share, on PostgreSQL or on Redis. */
export interface QueueConnection {
  readonly options: ConnectionOptions;
  readonly state: QueueState;
  readonly close: () => Promise<void>;
}

const POOL_SIZE = 10;
const CONNECTION_TIMEOUT_MS = 5_000;
/** A queue that is away at the end must not keep the process: nothing in it is the only copy. */
const LONGEST_GOODBYE_MS = 2_000;

/**
 * Chooses BullMQ's backend for the whole process: Redis when an address is given, else PostgreSQL.
 * Must be called before any queue or worker is made.
 */
export function connectQueues(databaseUrl: string, redisUrl: string | undefined): QueueConnection {
  return redisUrl === undefined ? onPostgres(databaseUrl) : onRedis(redisUrl);
}

function onPostgres(databaseUrl: string): QueueConnection {
  setDefaultBackendFactory(createPostgresBackend);
  // one pool for all queues; async commit is safe here because the notices table is the record, not the queue
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    keepAlive: true,
    options: '-c search_path=bullmq -c synchronous_commit=off',
  });
  pool.setMaxListeners(0);
  pool.on('error', ignoreIdleDrop);
  const state = new QueueState(() => pool.query(`select 'bullmq'::regnamespace`));
  return { options: pool, state, close: () => pool.end() };
}

function onRedis(url: string): QueueConnection {
  // BullMQ's type wants one concrete backend; the factory is the documented one for Redis
  setDefaultBackendFactory(createRedisBackend as never);
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', ignoreIdleDrop);
  return {
    options: redis,
    state: new QueueState(() =>
      redis.status === 'ready' ? redis.ping() : Promise.reject(new Error(redis.status)),
    ),
    close: async () => {
      await Promise.race([
        redis.quit().catch(ignoreIdleDrop),
        sleep(LONGEST_GOODBYE_MS, undefined, { ref: false }),
      ]);
      redis.disconnect();
    },
  };
}

/** pg and ioredis connect again by themselves; without a listener an idle drop would end the process. */
function ignoreIdleDrop(): void {
  return;
}
