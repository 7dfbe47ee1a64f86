import { Get, Header, Param, Req } from '@nestjs/common';
import { TalkQueries } from '../../../features/talks/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { TalkPage } from '../../../templates/pages/office/talk-page.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { assertVisible } from '../visible-talks.js';
import { TalkPanels } from './talk-panels.js';

/** One talk with its facts, actions and history. */
@OfficeController('talks/:id', 'own')
export class TalkController {
  constructor(
    private readonly pages: OfficePages,
    private readonly talks: TalkQueries,
    private readonly panels: TalkPanels,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Param('id') id: string): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office, staff } = context;
    const talk = await this.talks.byId(office.id, id);
    assertVisible(staff, talk);
    const view = {
      name: talk.personName,
      panel: await this.panels.of(context, talk, officePaths.talk(id)),
      weekHref: `${officePaths.week}?t=${id}#talk`,
    };
    return this.pages.render(context, {
      title: `${talk.personName}, ${view.panel.title}`,
      current: 'week',
      body: TalkPage({ view, t }),
    });
  }
}
