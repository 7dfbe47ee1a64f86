import { Redis } from 'ioredis';
import type { Database } from '../database/database.js';
import type { Finding } from './finding.js';

const PATIENCE_MS = 3000;
const SAFE_POLICY = 'noeviction';

/** The queues on PostgreSQL: their schema is there. */
export async function lookAtPostgresQueue(database: Database): Promise<Finding> {
  const [row] = await database.query<{ tables: number }>(
    `select count(*)::int as tables from information_schema.tables where table_schema = 'bullmq'`,
  );
  if ((row?.tables ?? 0) > 0) return { part: 'queue', state: 'ok', meaning: 'the queues run on PostgreSQL' };
  return {
    part: 'queue',
    state: 'failed',
    meaning: 'the schema of the queues is missing: nothing wakes the workers',
    cure: 'run: welcome-talks migrate',
  };
}

/** Redis answers and throws nothing away. Rejects when it does not answer. */
export async function lookAtRedisQueue(url: string): Promise<readonly Finding[]> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // the promise of the command that waits for the connection tells the same
  redis.on('error', () => undefined);
  try {
    const info = await redis.info();
    const value = (name: string): string => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
    const answers = `Redis ${value('redis_version')} answers`;
    return [{ part: 'queue', state: 'ok', meaning: answers }, evictionOf(value('maxmemory_policy'))];
  } finally {
    redis.disconnect();
  }
}

function evictionOf(policy: string): Finding {
  if (policy === SAFE_POLICY)
    return { part: 'eviction', state: 'ok', meaning: 'Redis throws no job away when memory is short' };
  return {
    part: 'eviction',
    state: 'failed',
    meaning: `Redis may throw jobs away when memory is short (maxmemory-policy is ${policy})`,
    cure: `set maxmemory-policy to ${SAFE_POLICY} in the configuration of Redis`,
  };
}
