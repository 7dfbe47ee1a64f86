import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Database } from './database.js';

const POOL_SIZE = 20;
const STATEMENT_TIMEOUT_MS = 15_000;
/** Whoever waits longer for a lock tries again (`Database.transaction`) or is told to. */
const LOCK_TIMEOUT_MS = 2_000;

/** PostgreSQL for the whole application; entities register themselves through `TypeOrmModule.forFeature`. */
@Global()
@Module({})
export class DatabaseModule {
  static forUrl(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url,
          autoLoadEntities: true,
          synchronize: false,
          poolSize: POOL_SIZE,
          extra: { statement_timeout: STATEMENT_TIMEOUT_MS, lock_timeout: LOCK_TIMEOUT_MS, keepAlive: true },
        }),
      ],
      providers: [Database],
      exports: [Database],
    };
  }
}
