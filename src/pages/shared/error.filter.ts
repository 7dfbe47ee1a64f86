import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { I18n, type Translate } from '../../platform/i18n/i18n.js';
import { renderPage } from '../../platform/views/render-page.js';
import { LOGGER } from '../../platform/logging/logger.module.js';
import { ErrorPage } from '../../templates/pages/error-page.js';
import { type Problem, problemOf } from './problem.js';

const STAFF_LOCALES = ['de', 'en', 'fr'];

/** The one place where errors become answers: RFC 9457 problem details under /api, else a page in plain words. */
@Injectable()
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly i18n: I18n,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(error);
    if (problem.status >= 500) this.logger.error({ err: error, code: problem.code }, 'request failed');
    if (response.headersSent) {
      response.end();
      return;
    }
    if (problem.status === 503) response.setHeader('Retry-After', '2');
    response.status(problem.status);
    if (request.path.startsWith('/api/')) this.answerProblem(response, problem);
    else this.answerPage(request, response, problem);
  }

  private answerProblem(response: Response, problem: Problem): void {
    const translate = this.i18n.translator('en');
    response.type('application/problem+json').send(
      JSON.stringify({
        type: 'about:blank',
        title: this.words(translate, problem.code),
        status: problem.status,
        code: problem.code,
        ...problem.data,
      }),
    );
  }

  private answerPage(request: Request, response: Response, problem: Problem): void {
    const locale = request.acceptsLanguages(STAFF_LOCALES) || 'de';
    const translate = this.i18n.translator(locale);
    const view = {
      locale,
      direction: 'ltr' as const,
      title: translate('errors:title'),
      message: this.words(translate, problem.code),
      backLabel: translate('errors:back'),
    };
    response.type('html').send(renderPage(ErrorPage({ view })));
  }

  private words(translate: Translate, code: string): string {
    const key = `errors:${code}`;
    return this.i18n.has('de', key) ? translate(key) : translate('errors:internal');
  }
}
