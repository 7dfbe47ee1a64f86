import { Get, Header, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AgendaQueries } from '../../../features/interpreters/index.js';
import { CalendarLinks } from '../../../features/links/index.js';
import { AgendaPage } from '../../../templates/pages/interpreter/agenda-page.js';
import { agendaView } from './agenda-view.js';
import { InterpreterController } from '../interpreter-controller.js';
import { InterpreterPages } from '../interpreter-pages.js';
import type { InterpreterRequest } from '../interpreter-request.js';

const AHEAD_MS = 366 * 86_400_000;

/** I6: what is coming, and the address for their own calendar. */
@InterpreterController('agenda')
export class AgendaController {
  constructor(
    private readonly pages: InterpreterPages,
    private readonly agenda: AgendaQueries,
    private readonly calendarLinks: CalendarLinks,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: InterpreterRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { interpreter, now, t } = context;
    const [entries, feedUrl] = await Promise.all([
      this.agenda.between(interpreter.id, now, new Date(now.getTime() + AHEAD_MS)),
      this.calendarLinks.addressOf({ kind: 'interpreter', id: interpreter.id }),
    ]);
    const body = AgendaPage({ view: agendaView(entries, feedUrl, context), t });
    return this.pages.render(context, 'agenda', { title: t('interpreter:agenda.title'), body });
  }

  /** Makes an address for the feed; one that was in use shows nothing any more. */
  @Post('feed')
  async renew(@Req() request: InterpreterRequest, @Res() response: Response): Promise<void> {
    await this.calendarLinks.renew({ kind: 'interpreter', id: request.interpreter.id });
    response.redirect(303, '/interpreter/agenda?done=feed-made');
  }

  @Post('feed/revoke')
  async revoke(@Req() request: InterpreterRequest, @Res() response: Response): Promise<void> {
    await this.calendarLinks.revoke({ kind: 'interpreter', id: request.interpreter.id });
    response.redirect(303, '/interpreter/agenda?done=feed-revoked');
  }
}
