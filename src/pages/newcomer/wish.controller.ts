import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RequestOtherTime } from '../../features/talks/index.js';
import { weekdayNames } from '../../platform/i18n/weekday-names.js';
import { WishPage } from '../../templates/pages/newcomer/wish-page.js';
import { halfDays, halfDaysOf } from './newcomer.forms.js';
import { NewcomerController } from './newcomer-controller.js';
import { NewcomerPages } from './newcomer-pages.js';
import { assertOwnForm } from '../shared/own-form.js';
import { householdActor, type Visit, Visits } from './visits.js';

/** N4: no offered time suits, so the newcomer says which half days do. */
@NewcomerController()
export class WishController {
  constructor(
    private readonly visits: Visits,
    private readonly pages: NewcomerPages,
    private readonly requestOtherTime: RequestOtherTime,
  ) {}

  @Get('wish')
  async show(
    @Req() request: Request,
    @Param('token') token: string,
    @Res() response: Response,
  ): Promise<void> {
    const visit = await this.visits.open(request, token);
    if (visit.mayChange) response.type('html').send(await this.page(visit, false));
    else response.redirect(303, visit.paths.appointment);
  }

  /** The same wish sent twice changes nothing the second time. */
  @Post('wish')
  async submit(
    @Req() request: Request,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    assertOwnForm(request);
    const visit = await this.visits.open(request, token);
    const wishes = halfDaysOf(body).join(',');
    if (visit.mayChange && wishes === '') {
      response.status(HttpStatus.UNPROCESSABLE_ENTITY);
      response.type('html').send(await this.page(visit, true));
      return;
    }
    if (visit.mayChange && !isKnown(visit, wishes)) await this.ask(visit, wishes);
    response.redirect(303, visit.paths.appointment);
  }

  private async ask(visit: Visit, wishes: string): Promise<void> {
    const { officeId, id: talkId } = visit.talk;
    await this.requestOtherTime.run({ officeId, talkId, actor: householdActor(visit), wishes });
  }

  private page(visit: Visit, isError: boolean): Promise<string> {
    const { reading, paths, t } = visit;
    const names = weekdayNames(reading.page.bcp47);
    const known = (visit.talk.wishes ?? '').split(',');
    const half = (value = ''): { value: string; checked: boolean } => ({
      value,
      checked: known.includes(value),
    });
    const view = {
      days: halfDays.map(([morning, afternoon], day) => ({
        name: names[day] ?? '',
        morning: half(morning),
        afternoon: half(afternoon),
      })),
      action: paths.step('wish'),
      backHref: paths.appointment,
      problem: isError ? t('newcomer:wish.choose') : null,
    };
    const helper = {
      title: 'wish.title',
      leads: ['wish.lead', 'wish.keeps'],
      buttons: ['wish.submit', 'layout.back'],
    };
    return this.pages.render(visit, { helper, body: WishPage({ view, t }), isError, from: 'wish' });
  }
}

function isKnown({ state, talk }: Visit, wishes: string): boolean {
  return state === 'wished' && talk.wishes === wishes;
}
