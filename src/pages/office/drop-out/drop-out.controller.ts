import { Body, Get, Header, HttpStatus, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { TalkQueries } from '../../../features/talks/index.js';
import { DropOut, DropOutPrices } from '../../../features/visits/index.js';
import { DropOutPage } from '../../../templates/pages/office/drop-out-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { LanguageNames } from '../language-names.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { readButton } from '../talk/talk.forms.js';
import { Approval, chosenWays, Days, periodOf } from './drop-out.forms.js';
import { dropOutView } from './drop-out.view.js';
import { ListedInterpreterGuard } from './listed-interpreter.guard.js';

/** *Ausfall*: an interpreter cannot come for some days; one page shows what follows, one click does it. */
// above the controller: it asks for somebody who is signed in
@UseGuards(ListedInterpreterGuard)
@OfficeController('interpreters/:id/drop-out', 'plan')
export class DropOutController {
  constructor(
    private readonly pages: OfficePages,
    private readonly dropOut: DropOut,
    private readonly prices: DropOutPrices,
    private readonly talks: TalkQueries,
    private readonly languageNames: LanguageNames,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<string> {
    const context = await this.pages.context(request);
    const { from = context.today, until = from } = Days.parse(query);
    const asked = {
      interpreterId: readId(id),
      from,
      until,
      message: null,
      chosen: new Map<string, string>(),
    };
    return this.page(context, asked);
  }

  /** Approves; with `step=count` the chosen ways are priced only, and nothing changes. */
  @Post()
  async approve(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const { from, until, talks: talkIds } = readButton(Approval, body);
    const interpreterId = readId(id);
    const chosen = chosenWays(body);
    if (body['step'] === 'count') {
      response
        .type('html')
        .send(await this.page(context, { interpreterId, from, until, message: null, chosen }));
      return;
    }
    const period = periodOf(context, interpreterId, from, until);
    const actor = `staff:${context.staff.id}`;
    const outcome = await this.dropOut.run({ ...period, talkIds, ways: chosen, actor });
    if (outcome.kind === 'done' && outcome.failed.length === 0) {
      response.redirect(303, officePaths.worklist);
      return;
    }
    const message = outcome.kind === 'done' ? 'failed' : 'changed';
    const page = await this.page(context, { interpreterId, from, until, message, chosen });
    response.status(HttpStatus.CONFLICT).type('html').send(page);
  }

  private async page(context: OfficeContext, asked: Asked): Promise<string> {
    const { t, office, locale } = context;
    const { interpreterId, from, until } = asked;
    const rows = await this.dropOut.preview(periodOf(context, interpreterId, from, until));
    const talks = await Promise.all(rows.map(({ talk }) => this.talks.byId(office.id, talk.id)));
    const price = await this.prices.of(office.id, rows, asked.chosen);
    const languageNames = await this.languageNames.in(locale);
    const view = dropOutView({ ...asked, rows, talks, price, languageNames }, context);
    const title = t('office:drop-out.title');
    return this.pages.render(context, { title, current: 'worklist', body: DropOutPage({ view, t }) });
  }
}

interface Asked {
  readonly interpreterId: number;
  readonly from: string;
  readonly until: string;
  readonly message: 'changed' | 'failed' | null;
  readonly chosen: ReadonlyMap<string, string>;
}
