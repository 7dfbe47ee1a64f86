import { Injectable } from '@nestjs/common';
import { NoticeQueries } from '../../../features/notices/index.js';
import { ResourceQueries } from '../../../features/resources/index.js';
import type { TalkView } from '../../../features/talks/index.js';
import { LanguageNames } from '../language-names.js';
import { localDay } from '../local-day.js';
import type { OfficeContext } from '../office-context.js';
import type { GridWorld } from './grid.js';
import type { WeekRequest } from './week.forms.js';

/** More delivery errors than this are a problem of the mail server, not of single talks. */
const MOST_TROUBLE = 200;

/** Loads what a plan is drawn from, beside its talks. */
@Injectable()
export class WeekWorlds {
  constructor(
    private readonly resources: ResourceQueries,
    private readonly notices: NoticeQueries,
    private readonly languageNames: LanguageNames,
  ) {}

  /** Only the talks that the filters leave; conflicts are not looked for yet. */
  async of(context: OfficeContext, asked: WeekRequest, talks: readonly TalkView[]): Promise<GridWorld> {
    const { office, locale } = context;
    const days = shownDays(asked, talks, office.timeZone);
    const [rooms, caseworkers, interpreters, blocked, trouble, languageNames] = await Promise.all([
      this.resources.rooms(office.id),
      this.resources.caseworkers(office.id),
      this.resources.interpreters(office.id),
      this.resources.blocked(office.id, days[0] ?? '', days.at(-1) ?? ''),
      this.notices.delivery(office.id, { state: 'trouble' }, { limit: MOST_TROUBLE }),
      this.languageNames.in(locale),
    ]);
    return {
      context,
      asked,
      days,
      blocked,
      languageNames,
      resources: { rooms, caseworkers, interpreters },
      talks: talks.filter(
        (talk) =>
          (asked.language === undefined || talk.language === asked.language) &&
          (asked.state === undefined || talk.state === asked.state),
      ),
      conflicting: new Set(),
      undelivered: new Set(trouble.rows.map((notice) => notice.talkId)),
    };
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
