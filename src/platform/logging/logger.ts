import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, pino, type Logger } from 'pino';
import { impersonalError, impersonalWords } from './impersonal-error.js';
import { presentLogContext } from './log-context.js';

/**
 * Structured log, on stderr unless it is told otherwise, each line with the id of the request or job it belongs to.
 * Fields that could hold personal data or secrets are masked; errors are told without the values that they quote.
 */
export function createLogger(level: string, destination: DestinationStream = standardError()): Logger {
  return pino(
    {
      level,
      mixin: () => ({ ...presentLogContext() }),
      serializers: { err: impersonalError, error: impersonalError },
      redact: {
        paths: ['req.headers', 'req.url', 'email', 'token', 'password', '*.email', '*.token', '*.password'],
        censor: '[masked]',
      },
    },
    destination,
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
    this.logger.debug({ context }, impersonalWords(String(message)));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, impersonalWords(String(message)));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack: stack && impersonalWords(stack) }, impersonalWords(String(message)));
  }
}
