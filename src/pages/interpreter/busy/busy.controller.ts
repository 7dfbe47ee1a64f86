import { Body, Get, Header, HttpStatus, Param, ParseIntPipe, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { type BusyFeed, BusyFeeds, ReadBusyFeed } from '../../../features/interpreters/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { BusyPage, type BusyView } from '../../../templates/pages/interpreter/busy-page.js';
import type { InterpreterContext } from '../interpreter-context.js';
import { InterpreterController } from '../interpreter-controller.js';
import { InterpreterPages } from '../interpreter-pages.js';
import type { InterpreterRequest } from '../interpreter-request.js';

/** Their own calendar: when it says busy, nobody asks them. */
@InterpreterController('busy')
export class BusyController {
  constructor(
    private readonly pages: InterpreterPages,
    private readonly feeds: BusyFeeds,
    private readonly readFeed: ReadBusyFeed,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: InterpreterRequest): Promise<string> {
    return this.page(await this.pages.context(request), []);
  }

  /** Remembers the address and reads it at once, so that a wrong one is seen here. */
  @Post()
  async add(
    @Req() request: InterpreterRequest,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const address = typeof body['address'] === 'string' ? body['address'].slice(0, 2000) : '';
    try {
      await this.readFeed.now(await this.feeds.add(request.interpreter.id, address));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const context = await this.pages.context(request);
      const errors = [{ field: 'address', text: context.t(`interpreter:wrong.${error.code}`) }];
      response
        .status(HttpStatus.UNPROCESSABLE_ENTITY)
        .type('html')
        .send(await this.page(context, errors));
      return;
    }
    response.redirect(303, '/interpreter/busy');
  }

  @Post(':id/read')
  async read(
    @Req() { interpreter }: InterpreterRequest,
    @Param('id', ParseIntPipe) id: number,
    @Res() response: Response,
  ): Promise<void> {
    const own = (await this.feeds.of(interpreter.id)).some((feed) => feed.id === id);
    if (own) await this.readFeed.now(id);
    response.redirect(303, '/interpreter/busy');
  }

  @Post(':id/remove')
  async remove(
    @Req() { interpreter }: InterpreterRequest,
    @Param('id', ParseIntPipe) id: number,
    @Res() response: Response,
  ): Promise<void> {
    await this.feeds.remove(interpreter.id, id);
    response.redirect(303, '/interpreter/busy?done=feed-removed');
  }

  private async page(context: InterpreterContext, errors: readonly FieldError[]): Promise<string> {
    const { t, interpreter } = context;
    const feeds = await this.feeds.of(interpreter.id);
    const view = {
      csrfToken: interpreter.csrfToken,
      feeds: feeds.map((feed) => feedView(feed, context)),
      errors,
    };
    const title = t('interpreter:busy.title');
    const isError = errors.length > 0;
    return this.pages.render(context, 'availability', { title, body: BusyPage({ view, t }), isError });
  }
}

function feedView(feed: BusyFeed, { t, format }: InterpreterContext): BusyView['feeds'][number] {
  const { id, host, state, readAt, problem, busyTimes } = feed;
  return {
    id,
    host,
    isGood: state === 'fresh' || state === 'waiting',
    state: t(`interpreter:busy.state.${state}`, { count: busyTimes }),
    problem: problem === null ? null : t(`interpreter:busy.problem.${problem}`),
    readAt:
      readAt === null
        ? null
        : t('interpreter:busy.read-at', { day: format.numericDate(readAt), time: format.time(readAt) }),
  };
}
