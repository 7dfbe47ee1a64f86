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
    pino.destination(2),
  );
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
