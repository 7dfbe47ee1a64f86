import { Get, Header, Req } from '@nestjs/common';
import { NoticeQueries } from '../../../features/notices/index.js';
import { roleAllows, type SignedInStaff } from '../../../features/staff/index.js';
import { FirstStepQueries } from '../../../features/settings/index.js';
import { TalkQueries, type TalkView } from '../../../features/talks/index.js';
import type { FirstStepView } from '../../../templates/pages/office/settings/first-steps.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { TodayPage, type TodayTalkView } from '../../../templates/pages/office/today-page.js';
import { LanguageNames } from '../language-names.js';
import { localDay } from '../local-day.js';
import type { OfficeContext } from '../office-context.js';
import { OfficeController } from '../office-controller.js';
import { OfficePages } from '../office-pages.js';
import type { OfficeRequest } from '../office-request.js';
import { firstStepViews } from '../settings/first-steps.view.js';
import { outcomeActions, undoAction } from '../talk/talk-actions.js';
import { talkBadge } from '../talk-badges.js';
import { visibleTo } from '../visible-talks.js';
import { dayPlus } from '../week/iso-week.js';
import { type TodoMaterial, todosOf } from './todos.js';

/** How far back talks without an outcome are looked for, and how far ahead change requests. */
const DAYS_BACK = 30;
const DAYS_AHEAD = 120;
const SHOWN_TROUBLE = 8;

/** *Heute*: the talks of the day, and what waits for somebody. */
@OfficeController('today', 'own')
export class TodayController {
  constructor(
    private readonly pages: OfficePages,
    private readonly talks: TalkQueries,
    private readonly notices: NoticeQueries,
    private readonly languageNames: LanguageNames,
    private readonly steps: FirstStepQueries,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Req() request: OfficeRequest): Promise<string> {
    const context = await this.pages.context(request);
    const { t, office, today, now, locale, format, staff } = context;
    const [all, trouble, languageNames] = await Promise.all([
      this.talks.between(office.id, dayPlus(today, -DAYS_BACK), dayPlus(today, DAYS_AHEAD)),
      this.trouble(staff),
      this.languageNames.in(locale),
    ]);
    const talks = visibleTo(staff, all);
    const ofToday = talks.filter((talk) => localDay(talk.startsAt, office.timeZone) === today);
    const view = {
      day: format.longDate(now),
      csrfToken: staff.csrfToken,
      talks: ofToday.map((talk) => todayTalk(talk, context, languageNames)),
      empty: emptyDay(talks, context),
      todos: todosOf({ talks, ...trouble }, context),
      steps: all.length === 0 ? await this.firstSteps(context) : null,
    };
    const title = t('office:today.title');
    return this.pages.render(context, {
      title,
      current: 'today',
      body: TodayPage({ view, t }),
      live: ['talk', 'notice'],
    });
  }

  /** What an office without talks still needs, for those who can enter it. */
  private async firstSteps({ staff, t }: OfficeContext): Promise<FirstStepView[] | null> {
    if (!roleAllows(staff.role, 'settings')) return null;
    return firstStepViews(await this.steps.of(staff.officeId), t);
  }

  /** Messages that did not arrive concern those who see all households. */
  private async trouble({ officeId, role }: SignedInStaff): Promise<Omit<TodoMaterial, 'talks'>> {
    if (!roleAllows(role, 'personal')) return { trouble: [], troubleCount: 0 };
    const [{ rows }, counts] = await Promise.all([
      this.notices.delivery(officeId, { state: 'trouble' }, { limit: SHOWN_TROUBLE }),
      this.notices.counts(officeId),
    ]);
    return { trouble: rows, troubleCount: counts.trouble ?? 0 };
  }
}

function todayTalk(
  talk: TalkView,
  context: OfficeContext,
  languageNames: ReadonlyMap<string, string>,
): TodayTalkView {
  const { t, format } = context;
  return {
    id: talk.id,
    href: officePaths.talk(talk.id),
    time: format.timeRange(talk.startsAt, talk.endsAt),
    name: talk.personName,
    language: languageNames.get(talk.language) ?? talk.language,
    place: [talk.siteName, talk.roomName].filter(Boolean).join(', ') || t('office:talk.by-video'),
    people: [talk.caseworkerName, talk.interpreterName].filter(Boolean).join(' · '),
    state: talkBadge(talk.state, t),
    outcomes: outcomeActions(talk, context, officePaths.today),
    undo: undoAction(talk, context, officePaths.today),
  };
}

function emptyDay(talks: readonly TalkView[], { t, format, now }: OfficeContext): string {
  const next = talks.find((talk) => talk.startsAt > now);
  if (!next) return t('office:today.empty');
  const when = `${format.longDate(next.startsAt)}, ${format.time(next.startsAt)}`;
  return t('office:today.empty-next', { when });
}
