import { Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Absences } from '../../../features/interpreters/index.js';
import { VisitQueries, type VisitView } from '../../../features/visits/index.js';
import { languageName } from '../../../platform/i18n/language-name.js';
import {
  CannotComePage,
  type CannotComeView,
} from '../../../templates/pages/interpreter/cannot-come-page.js';
import type { InterpreterContext } from '../interpreter-context.js';
import { InterpreterController } from '../interpreter-controller.js';
import { InterpreterPages } from '../interpreter-pages.js';
import type { InterpreterRequest } from '../interpreter-request.js';

const AHEAD_MS = 366 * 86_400_000;

/** *Ich kann nicht kommen*: frees nothing by itself, and is work for the office at once. */
@InterpreterController('cannot-come')
export class CannotComeController {
  constructor(
    private readonly pages: InterpreterPages,
    private readonly visits: VisitQueries,
    private readonly absences: Absences,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: InterpreterRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { interpreter, t } = context;
    const visits = await this.coming(context);
    const away = await this.absences.of(interpreter.id);
    const isReported = ({ startsAt, endsAt }: VisitView): boolean =>
      away.some(({ from, until }) => from <= startsAt && endsAt <= until);
    const view = {
      csrfToken: interpreter.csrfToken,
      visits: visits.map((visit) => ({ ...visitView(visit, context), isReported: isReported(visit) })),
    };
    const body = CannotComePage({ view, t });
    return this.pages.render(context, 'agenda', { title: t('interpreter:cannot-come.title'), body });
  }

  /** Saying it twice is once. Of what is over, or never was theirs, nothing is said: the page shows what is coming. */
  @Post(':id')
  async report(
    @Req() request: InterpreterRequest,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const visit = (await this.coming(context)).find((one) => one.id === id);
    if (visit) await this.note(context.interpreter.id, visit);
    response.redirect(303, `/interpreter/cannot-come${visit ? '?done=absence-reported' : ''}`);
  }

  private coming({ interpreter, now }: InterpreterContext): Promise<VisitView[]> {
    return this.visits.agendaOf(interpreter.id, now, new Date(now.getTime() + AHEAD_MS));
  }

  private async note(interpreterId: number, { startsAt: from, endsAt: until }: VisitView): Promise<void> {
    const known = await this.absences.of(interpreterId);
    if (known.some((absence) => absence.from <= from && until <= absence.until)) return;
    const affected = await this.absences.affected(interpreterId, from, until);
    const seen = affected.map(({ talkId }) => talkId);
    await this.absences.add(
      interpreterId,
      { from, until, note: '' },
      { seen, actor: `interpreter:${interpreterId}` },
    );
  }
}

function visitView(
  { id, startsAt, endsAt, talks, siteName, town }: VisitView,
  { format, language }: InterpreterContext,
): Omit<CannotComeView['visits'][number], 'isReported'> {
  const languages = [...new Set(talks.map((talk) => languageName(talk.language, language.bcp47)))];
  return {
    id,
    day: format.longDate(startsAt),
    time: format.timeRange(startsAt, endsAt),
    what: [...languages, [siteName, town].filter(Boolean).join(', ')].filter(Boolean).join(' · '),
  };
}
