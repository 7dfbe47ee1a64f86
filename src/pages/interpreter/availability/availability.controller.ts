import { Body, Get, Header, HttpStatus, Param, ParseIntPipe, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Availability, hoursOfBoxes } from '../../../features/interpreters/index.js';
import { AvailabilityPage, ExactHoursPage } from '../../../templates/pages/interpreter/availability-page.js';
import type { InterpreterContext } from '../interpreter-context.js';
import { InterpreterController } from '../interpreter-controller.js';
import { InterpreterPages } from '../interpreter-pages.js';
import type { InterpreterRequest } from '../interpreter-request.js';
import { availabilityView, exactHoursView } from './availability-view.js';
import {
  type EnteredStretch,
  enteredStretches,
  hoursOfStretches,
  stretchesOf,
  tickedBoxes,
} from './availability.forms.js';
import { enteredExtraTime } from './extra-time.forms.js';

const NOTHING_ENTERED = { entered: { day: '', from: '', until: '' }, errors: [] };

/** I4: when they can work, exactly as planning sees it. */
@InterpreterController('availability')
export class AvailabilityController {
  constructor(
    private readonly pages: InterpreterPages,
    private readonly availability: Availability,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: InterpreterRequest): Promise<string> {
    return this.page(await this.pages.context(request), NOTHING_ENTERED);
  }

  @Post()
  async saveBoxes(
    @Req() { interpreter }: InterpreterRequest,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    await this.availability.saveHours(interpreter.id, hoursOfBoxes(tickedBoxes(body)));
    response.redirect(303, '/interpreter/availability?done=hours-saved');
  }

  @Get('exact')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async showExact(@Req() request: InterpreterRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { hours } = await this.availability.of(request.interpreter.id);
    return this.exactPage(context, stretchesOf(hours), []);
  }

  @Post('exact')
  async saveExact(
    @Req() request: InterpreterRequest,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const stretches = enteredStretches((field) => body[field]);
    const { hours, wrong } = hoursOfStretches(stretches);
    if (wrong.length > 0) {
      response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html');
      response.send(await this.exactPage(await this.pages.context(request), stretches, wrong));
      return;
    }
    await this.availability.saveHours(request.interpreter.id, hours);
    response.redirect(303, '/interpreter/availability?done=hours-saved');
  }

  @Post('extra')
  async addExtra(
    @Req() request: InterpreterRequest,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const { entered, errors, time } = enteredExtraTime(body, context);
    if (!time) {
      response.status(HttpStatus.UNPROCESSABLE_ENTITY).type('html');
      response.send(await this.page(context, { entered, errors }));
      return;
    }
    await this.availability.addExtraTime(request.interpreter.id, time.from, time.until);
    response.redirect(303, '/interpreter/availability?done=extra-added');
  }

  @Post('extra/:id/remove')
  async removeExtra(
    @Req() { interpreter }: InterpreterRequest,
    @Param('id', ParseIntPipe) id: number,
    @Res() response: Response,
  ): Promise<void> {
    await this.availability.removeExtraTime(interpreter.id, id);
    response.redirect(303, '/interpreter/availability?done=extra-removed');
  }

  private async page(
    context: InterpreterContext,
    extra: Pick<ReturnType<typeof enteredExtraTime>, 'entered' | 'errors'>,
  ): Promise<string> {
    const { t, interpreter } = context;
    const view = availabilityView(await this.availability.of(interpreter.id), extra, context);
    const isError = extra.errors.length > 0;
    const body = AvailabilityPage({ view, t });
    return this.pages.render(context, 'availability', {
      title: t('interpreter:availability.title'),
      body,
      isError,
    });
  }

  private exactPage(
    context: InterpreterContext,
    stretches: readonly EnteredStretch[],
    wrong: readonly string[],
  ): Promise<string> {
    const { t } = context;
    const body = ExactHoursPage({ view: exactHoursView(stretches, wrong, context), t });
    const isError = wrong.length > 0;
    return this.pages.render(context, 'availability', { title: t('interpreter:exact.title'), body, isError });
  }
}
