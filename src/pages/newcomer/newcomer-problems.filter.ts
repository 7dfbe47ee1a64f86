import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logger.module.js';
import { MessagePage } from '../../templates/pages/newcomer/message-page.js';
import { type Problem, problemOf } from '../shared/problem.js';
import { NewcomerPages } from './newcomer-pages.js';
import { PageLanguages } from './page-languages.js';

/** N9 and N10: what went wrong in the reader's language and German, with the phone number. */
@Injectable()
@Catch()
export class NewcomerProblems implements ExceptionFilter {
  constructor(
    private readonly pages: NewcomerPages,
    private readonly languages: PageLanguages,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(error);
    if (problem.status >= 500) this.logger.error({ err: error, code: problem.code }, 'request failed');
    if (problem.status === 503) response.setHeader('Retry-After', '2');
    if (problem.status === 429) response.setHeader('Retry-After', '60');
    response.status(problem.status).type('html');
    response.send(await this.page(request, problem));
  }

  private async page(request: Request, problem: Problem): Promise<string> {
    const words = await this.languages.forAnyone(request, request.query['lang']);
    const { reading, texts } = words;
    const t = texts.translator(reading.page.code);
    const { title, lead } = wordsOf(problem);
    const view = {
      title: t(`newcomer:${title}`),
      lead: t(`newcomer:${lead}`),
      talk: null,
      talkLead: null,
      retryHref: problem.status >= 500 ? request.originalUrl : null,
    };
    const body = MessagePage({ view, t });
    const page = { helper: { title, leads: [lead] }, body };
    return this.pages.renderForAnyone(words, page, request.path);
  }
}

/** Unknown, malformed and foreign links all get the same words. */
function wordsOf({ status, code }: Problem): { title: string; lead: string } {
  if (status === 404) return { title: 'dead.unknown-title', lead: 'dead.unknown-lead' };
  if (code === 'talk-too-late') return { title: 'problem.title', lead: 'appointment.too-late' };
  if (status === 429) {
    const lead = code === 'too-many-links' ? 'dead.too-many-lead' : 'problem.lead';
    return { title: 'dead.too-many-title', lead };
  }
  return { title: 'problem.title', lead: 'problem.lead' };
}
