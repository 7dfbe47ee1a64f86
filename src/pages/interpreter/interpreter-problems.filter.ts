import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logger.module.js';
import { ProblemPage } from '../../templates/pages/interpreter/problem-page.js';
import { problemOf } from '../shared/problem.js';
import { InterpreterPages } from './interpreter-pages.js';

/** What went wrong, in a language that the browser asks for, with the way back. */
@Injectable()
@Catch()
export class InterpreterProblems implements ExceptionFilter {
  constructor(
    private readonly pages: InterpreterPages,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const { status, code } = problemOf(error);
    if (status >= 500) this.logger.error({ err: error, code }, 'request failed');
    if (status === 503) response.setHeader('Retry-After', '2');
    if (status === 429) response.setHeader('Retry-After', '60');
    const page = await this.pages.renderForAnyone(request, (t) => ({
      title: t('interpreter:problem.title'),
      body: ProblemPage({ message: t(`interpreter:problem.${wordsOf(status)}`), t }),
    }));
    response.status(status).type('html').send(page);
  }
}

function wordsOf(status: number): string {
  if (status >= 500) return 'failed';
  const words: Readonly<Record<number, string>> = {
    401: 'forbidden',
    403: 'forbidden',
    404: 'not-found',
    409: 'changed',
    410: 'changed',
    429: 'too-many',
  };
  return words[status] ?? 'wrong';
}
