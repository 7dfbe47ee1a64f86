import { AsyncLocalStorage } from 'node:async_hooks';

/** What every line that is logged meanwhile carries: ids only. */
export type LogContext = Readonly<Record<'requestId', string> | Record<'jobId' | 'queue', string>>;

const storage = new AsyncLocalStorage<LogContext>();

/** Does something, and everything that follows from it, in this context. */
export function withLogContext<T>(context: LogContext, work: () => T): T {
  return storage.run(context, work);
}

/** The fields of the present context. */
export function presentLogContext(): LogContext | Record<string, never> {
  return storage.getStore() ?? {};
}
