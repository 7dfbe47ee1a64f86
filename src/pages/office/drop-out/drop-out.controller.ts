import { Body, Get, Header, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { TalkQueries, type TalkView } from '../../../features/talks/index.js';
import { InterpreterLists } from '../../../features/interpreters/index.js';
import { DropOut, type DropOutPreview } from '../../../features/visits/index.js';
import { DropOutPage } from '../../../templates/pages/office/drop-out-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { readId } from '../read-id.js';
import { readButton } from '../talk/talk.forms.js';
import { dayPlus, instantOn } from '../week/iso-week.js';

/** Local days, both included. */
const Days = z.object({
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
});
const Approval = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  talks: z
    .string()
    .transform((ids) => ids.split(',').filter(Boolean))
    .pipe(z.array(z.uuid()).max(200)),
});

/** *Ausfall*: an interpreter cannot come for some days; one page shows what follows, one click does it. */
@OfficeController('interpreters/:id/drop-out', 'plan')
export class DropOutController {
  constructor(
    private readonly pages: OfficePages,
    private readonly dropOut: DropOut,
    private readonly talks: TalkQueries,
    private readonly lists: InterpreterLists,
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
    const interpreterId = await this.known(context, id);
    return this.page(context, { interpreterId, from, until, isChanged: false });
  }

  @Post()
  async approve(
    @Req() request: OfficeRequest,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const context = await this.pages.context(request);
    const { from, until, talks: talkIds } = readButton(Approval, body);
    const interpreterId = await this.known(context, id);
    const actor = `staff:${context.staff.id}`;
    const outcome = await this.dropOut.run({
      ...periodOf(context, interpreterId, from, until),
      talkIds,
      actor,
    });
    if (outcome.kind === 'done') {
      response.redirect(303, officePaths.worklist);
      return;
    }
    const page = await this.page(context, { interpreterId, from, until, isChanged: true });
    response.status(HttpStatus.CONFLICT).type('html').send(page);
  }

  /** Throws `interpreter-unknown` for one that is not on the office's list. */
  private async known({ office }: OfficeContext, id: string): Promise<number> {
    const interpreterId = readId(id);
    await this.lists.assertOnList(office.id, interpreterId);
    return interpreterId;
  }

  private async page(context: OfficeContext, asked: Asked): Promise<string> {
    const { t, office, staff } = context;
    const { interpreterId, from, until } = asked;
    const preview = await this.dropOut.preview(periodOf(context, interpreterId, from, until));
    const talks = await Promise.all(preview.talkIds.map((talkId) => this.talks.byId(office.id, talkId)));
    const title = t('office:drop-out.title');
    const view = {
      from,
      until,
      action: officePaths.dropOut(interpreterId),
      csrfToken: staff.csrfToken,
      isChanged: asked.isChanged,
      talkIds: preview.talkIds.join(','),
      talks: talks.map((talk) => talkLine(talk, preview, context)),
    };
    return this.pages.render(context, { title, current: 'worklist', body: DropOutPage({ view, t }) });
  }
}

interface Asked {
  readonly interpreterId: number;
  readonly from: string;
  readonly until: string;
  readonly isChanged: boolean;
}

function periodOf(
  { office }: OfficeContext,
  interpreterId: number,
  from: string,
  until: string,
): Parameters<DropOut['preview']>[0] {
  const last = until < from ? from : until;
  return {
    officeId: office.id,
    interpreterId,
    from: instantOn(from, '00:00', office.timeZone),
    until: instantOn(dayPlus(last, 1), '00:00', office.timeZone),
  };
}

function talkLine(
  talk: TalkView,
  { asks }: DropOutPreview,
  { t, format }: OfficeContext,
): { href: string; text: string; next: string } {
  const ask = asks.find(({ talkIds }) => talkIds.includes(talk.id));
  return {
    href: officePaths.talk(talk.id),
    text: `${format.shortDay(talk.startsAt)} ${format.timeRange(talk.startsAt, talk.endsAt)}, ${talk.personName}`,
    next: ask
      ? t('office:drop-out.next', {
          name: ask.interpreterName,
          amount: (ask.moneyRappen / 100).toFixed(2),
          count: ask.talkIds.length,
        })
      : t('office:drop-out.nobody'),
  };
}
