import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { Database } from './database.js';
import { GuardedClient } from './guarded-client.js';
import { RememberingClient } from './remembering-client.js';
import { workingRole } from './working-role.js';

const POOL_SIZE = 20;
const STATEMENT_TIMEOUT_MS = 15_000;
/** Whoever waits longer for a lock tries again (`Database.transaction`) or is told to. */
const LOCK_TIMEOUT_MS = 2_000;
/** A request that gets no connection by then is told to come again (503). */
const CONNECTION_TIMEOUT_MS = 4_000;
/** A transaction whose process forgot it must not hold its locks. */
const IDLE_IN_TRANSACTION_MS = 60_000;

/** PostgreSQL for the whole application; entities register themselves through `TypeOrmModule.forFeature`. */
@Global()
@Module({})
export class DatabaseModule {
  static for({
    databaseUrl: url,
    databaseIsPooled: isPooled,
  }: Pick<Settings, 'databaseUrl' | 'databaseIsPooled'>): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url,
          autoLoadEntities: true,
          synchronize: false,
          poolSize: POOL_SIZE,
          connectTimeoutMS: CONNECTION_TIMEOUT_MS,
          extra: {
            Client: isPooled ? GuardedClient : RememberingClient,
            statement_timeout: STATEMENT_TIMEOUT_MS,
            lock_timeout: LOCK_TIMEOUT_MS,
            idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
            keepAlive: true,
          },
        }),
      ],
      providers: [
        {
          provide: Database,
          inject: [DataSource],
          useFactory: async (source: DataSource) =>
            new Database(source, { isPooled, role: await workingRole(source) }),
        },
      ],
      exports: [Database],
    };
  }
}
