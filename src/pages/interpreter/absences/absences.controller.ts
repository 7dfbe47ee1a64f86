import { Body, Get, Header, HttpStatus, Param, ParseIntPipe, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Absences, type AgendaEntry, type NewAbsence } from '../../../features/interpreters/index.js';
import { languageName } from '../../../platform/i18n/language-name.js';
import {
  AbsenceCheckPage,
  type AbsenceFields,
  AbsencesPage,
} from '../../../templates/pages/interpreter/absences-page.js';
import type { InterpreterContext } from '../interpreter-context.js';
import { InterpreterController } from '../interpreter-controller.js';
import { InterpreterPages } from '../interpreter-pages.js';
import type { InterpreterRequest } from '../interpreter-request.js';
import { type EnteredAbsence, enteredAbsence, NO_ABSENCE } from './absence.forms.js';

/** I5: when they are away; what it affects is named before anything is saved. */
@InterpreterController('absences')
export class AbsencesController {
  constructor(
    private readonly pages: InterpreterPages,
    private readonly absences: Absences,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: InterpreterRequest): Promise<string> {
    return this.page(await this.pages.context(request), { entered: NO_ABSENCE, errors: [] });
  }

  @Post()
  async add(
    @Req() request: InterpreterRequest,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const form = enteredAbsence(body, context);
    if (!form.absence) {
      response
        .status(HttpStatus.UNPROCESSABLE_ENTITY)
        .type('html')
        .send(await this.page(context, form));
      return;
    }
    const { id } = context.interpreter;
    const outcome = await this.absences.add(id, form.absence, {
      seen: form.seen,
      actor: `interpreter:${id}`,
    });
    if (outcome.kind === 'affects') {
      response.type('html').send(await this.check(context, form.absence, form.entered, outcome.affects));
      return;
    }
    const done = outcome.affects.length === 0 ? 'absence-saved' : 'absence-reported';
    response.redirect(303, `/interpreter/absences?done=${done}`);
  }

  @Post(':id/remove')
  async remove(
    @Req() { interpreter }: InterpreterRequest,
    @Param('id', ParseIntPipe) id: number,
    @Res() response: Response,
  ): Promise<void> {
    await this.absences.remove(interpreter.id, id, `interpreter:${interpreter.id}`);
    response.redirect(303, '/interpreter/absences?done=absence-removed');
  }

  private async page(
    context: InterpreterContext,
    { entered, errors }: Pick<EnteredAbsence, 'entered' | 'errors'>,
  ): Promise<string> {
    const { t, interpreter } = context;
    const absences = await this.absences.of(interpreter.id);
    const view = {
      csrfToken: interpreter.csrfToken,
      absences: absences.map(({ id, from, until, note }) => ({
        id,
        note,
        label: labelOf(from, until, context),
      })),
      entered,
      errors,
    };
    const title = t('interpreter:absence.title');
    return this.pages.render(context, 'absences', {
      title,
      body: AbsencesPage({ view, t }),
      isError: errors.length > 0,
    });
  }

  private check(
    context: InterpreterContext,
    { from, until }: NewAbsence,
    entered: AbsenceFields,
    affects: readonly AgendaEntry[],
  ): Promise<string> {
    const { t, interpreter } = context;
    const view = {
      csrfToken: interpreter.csrfToken,
      label: labelOf(from, until, context),
      talks: affects.map((entry) => ({ id: entry.talkId, label: talkLabel(entry, context) })),
      entered,
    };
    const body = AbsenceCheckPage({ view, t });
    return this.pages.render(context, 'absences', { title: t('interpreter:absence.check-title'), body });
  }
}

/** `Mo 11.1. 00:00 – Fr 15.1. 24:00` in as few words as it takes. */
function labelOf(from: Date, until: Date, { format }: InterpreterContext): string {
  const last = new Date(until.getTime() - 1);
  const isWhole = format.time(from) === '00:00' && format.time(until) === '00:00';
  const isOneDay = format.numericDate(from) === format.numericDate(last);
  if (isOneDay) {
    return isWhole
      ? `${format.shortDay(from)} ${yearOf(from, format)}`
      : `${format.shortDay(from)} ${yearOf(from, format)}, ${format.timeRange(from, until)}`;
  }
  const end = (at: Date, shown: Date): string =>
    isWhole ? format.numericDate(shown) : `${format.numericDate(shown)} ${format.time(at)}`;
  return `${end(from, from)} – ${end(until, last)}`;
}

function yearOf(instant: Date, format: InterpreterContext['format']): string {
  return format.numericDate(instant).slice(-4);
}

function talkLabel(entry: AgendaEntry, { format, language }: InterpreterContext): string {
  const { startsAt, endsAt, place } = entry;
  const when = `${format.shortDay(startsAt)} ${format.timeRange(startsAt, endsAt)}`;
  return [when, languageName(entry.language, language.bcp47), place?.town ?? ''].filter(Boolean).join(' · ');
}
