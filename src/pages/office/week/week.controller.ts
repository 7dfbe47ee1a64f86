import { Get, Header, Query, Req } from '@nestjs/common';
import { ResourceQueries } from '../../../features/resources/index.js';
import { TalkQueries, type TalkView } from '../../../features/talks/index.js';
import { WeekPage, type WeekView } from '../../../templates/pages/office/week-page.js';
import { LanguageNames } from '../language-names.js';
import { localDay } from '../local-day.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { TalkPanels } from '../talk/talk-panels.js';
import { type Conflict, conflictsOf } from './conflicts.js';
import { dayGrid, weekGrid, type GridWorld } from './grid.js';
import { askedTalk, readWeekRequest, weekHref, type WeekRequest } from './week.forms.js';
import { conflictLinks, conflictWords, weekFilters, weekHead, weekList } from './week.view.js';

/** *Woche*: the plan of one week by room, caseworker, interpreter, day, or as a list. */
@OfficeController('week', 'personal')
export class WeekController {
  constructor(
    private readonly pages: OfficePages,
    private readonly talks: TalkQueries,
    private readonly resources: ResourceQueries,
    private readonly languageNames: LanguageNames,
    private readonly panels: TalkPanels,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest, @Query() query: unknown): Promise<string> {
    const context = await this.pages.context(request);
    const { office, t } = context;
    const talkId = askedTalk(query);
    const talk = talkId === undefined ? undefined : await this.talks.byId(office.id, talkId);
    const asked = readWeekRequest(query, context, talk?.startsAt);
    const talks = await this.talks.between(office.id, asked.week.days[0] ?? '', asked.week.days[6] ?? '');
    const world = await this.world(context, asked, talks);
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
    return this.pages.render(context, { title: view.title, current: 'week', body });
  }

  private async world(
    context: OfficeContext,
    asked: WeekRequest,
    talks: readonly TalkView[],
  ): Promise<GridWorld> {
    const { office, locale } = context;
    const days = shownDays(asked, talks, office.timeZone);
    const [rooms, caseworkers, interpreters, blocked, languageNames] = await Promise.all([
      this.resources.rooms(office.id),
      this.resources.caseworkers(office.id),
      this.resources.interpreters(office.id),
      this.resources.blocked(office.id, days[0] ?? '', days.at(-1) ?? ''),
      this.languageNames.in(locale),
    ]);
    const wanted = talks.filter(
      (talk) =>
        (asked.language === undefined || talk.language === asked.language) &&
        (asked.state === undefined || talk.state === asked.state),
    );
    const resources = { rooms, caseworkers, interpreters };
    return { context, asked, days, blocked, languageNames, resources, talks: wanted, conflicting: new Set() };
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

/** Monday to Friday, and the weekend when something takes place on it. */
function shownDays(asked: WeekRequest, talks: readonly TalkView[], timeZone: string): string[] {
  const taken = new Set(talks.map((talk) => localDay(talk.startsAt, timeZone)));
  const last = asked.week.days.findLastIndex(
    (day, index) => index < 5 || taken.has(day) || day === asked.day,
  );
  return asked.week.days.slice(0, last + 1);
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
