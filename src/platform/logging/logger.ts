import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { presentLogContext } from './log-context.js';

/** Structured log on stderr, each line with the id of the request or job it belongs to; fields that could hold personal data or secrets are masked. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      mixin: () => ({ ...presentLogContext() }),
      redact: {
        paths: ['req.headers', 'req.url', 'email', 'token', 'password', '*.email', '*.token', '*.password'],
        censor: '[masked]',
      },
    },
    standardError(),
  );
}

/** So many bytes wait at most for a log that takes nothing; later lines are dropped. */
const LONGEST_BACKLOG = 1_000_000;

/** A log that cannot be written, because its disk is full for example, must not end what it tells of. */
function standardError(): ReturnType<typeof pino.destination> {
  const destination = pino.destination({ dest: 2, sync: true, maxLength: LONGEST_BACKLOG });
  destination.on('error', () => undefined);
  return destination;
}

/** Lets Nest write into the structured log. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }
}
