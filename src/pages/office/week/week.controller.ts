import { Get, Header, Query, Req } from '@nestjs/common';
import { TalkQueries, type TalkView } from '../../../features/talks/index.js';
import { WeekPage, type WeekView } from '../../../templates/pages/office/week-page.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { TalkPanels } from '../talk/talk-panels.js';
import { assertVisible, visibleTo } from '../visible-talks.js';
import { type Conflict, conflictsOf } from './conflicts.js';
import { dayGrid, weekGrid, type GridWorld } from './grid.js';
import { askedTalk, readWeekRequest, weekHref, type WeekRequest } from './week.forms.js';
import { WeekWorlds } from './week-worlds.js';
import { conflictLinks, conflictWords, weekFilters, weekHead, weekList } from './week.view.js';

/** *Woche*: the plan of one week by room, caseworker, interpreter, day, or as a list. */
@OfficeController('week', 'own')
export class WeekController {
  constructor(
    private readonly pages: OfficePages,
    private readonly talks: TalkQueries,
    private readonly worlds: WeekWorlds,
    private readonly panels: TalkPanels,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Query() query: unknown): Promise<string> {
    const context = await this.pages.context(request);
    const { office, staff, t } = context;
    const talkId = askedTalk(query);
    const talk = talkId === undefined ? undefined : await this.talks.byId(office.id, talkId);
    if (talk) assertVisible(staff, talk);
    const asked = readWeekRequest(query, context, talk?.startsAt);
    const all = await this.talks.between(office.id, asked.week.days[0] ?? '', asked.week.days[6] ?? '');
    const talks = visibleTo(staff, all);
    const world = await this.worlds.of(context, asked, talks);
    const conflicts = conflictsOf(talks, world.blocked);
    const shown = { ...world, conflicting: new Set(conflicts.map((conflict) => conflict.talk.id)) };
    const view: WeekView = {
      ...weekHead(asked, world.days, context),
      ...weekFilters(asked, talks, world),
      ...planOf(asked, shown),
      summary: summaryOf(world.talks, conflicts, context),
      conflicts: conflictLinks(conflicts, asked, context),
      isEmpty: world.talks.length === 0,
      panel: talk ? await this.panel(context, asked, talk, conflicts) : null,
    };
    const body = WeekPage({ view, t });
    return this.pages.render(context, {
      title: view.title,
      current: 'week',
      body,
      live: ['talk', 'offer', 'absence', 'closing'],
    });
  }

  private async panel(
    context: OfficeContext,
    asked: WeekRequest,
    talk: TalkView,
    conflicts: readonly Conflict[],
  ): Promise<WeekView['panel']> {
    const own = conflicts.filter((conflict) => conflict.talk.id === talk.id);
    const words = own.map((conflict) => conflictWords(conflict, context));
    const view = await this.panels.of(context, talk, weekHref(asked, {}), words);
    return { view, closeHref: weekHref(asked, { t: null }) };
  }
}

function planOf(asked: WeekRequest, world: GridWorld): Pick<WeekView, 'grid' | 'list' | 'isUnchosen'> {
  const list = weekList(world.days, world.talks, world);
  if (asked.by === 'list') return { grid: null, list, isUnchosen: false };
  if (asked.by === undefined) return { grid: weekGrid('room', world), list, isUnchosen: true };
  const grid = asked.by === 'day' ? dayGrid(asked.day, world) : weekGrid(asked.by, world);
  return { grid, list: null, isUnchosen: false };
}

function summaryOf(talks: readonly TalkView[], conflicts: readonly Conflict[], { t }: OfficeContext): string {
  const waiting = talks.filter((talk) => talk.state === 'invited').length;
  return [
    t('office:week.talks', { count: talks.length }),
    ...(waiting > 0 ? [t('office:week.waiting', { count: waiting })] : []),
    ...(conflicts.length > 0 ? [t('office:week.conflicts', { count: conflicts.length })] : []),
  ].join(' · ');
}
