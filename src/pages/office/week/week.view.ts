import type { TalkView } from '../../../features/talks/index.js';
import type { SelectView } from '../../../templates/components/select.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { WeekView } from '../../../templates/pages/office/week-page.js';
import { localDay } from '../local-day.js';
import type { OfficeContext } from '../office-context.js';
import { cardOf, shortName, type CardWorld } from './cards.js';
import type { Conflict } from './conflicts.js';
import { noon } from './grid.js';
import { dayPlus, weekOf } from './iso-week.js';
import { groupings, weekHref, type WeekRequest } from './week.forms.js';

const STATES = ['invited', 'confirmed', 'change-requested', 'held', 'no-show', 'stopped', 'written'];

/** Title and the ways to other weeks, views and days. */
export function weekHead(
  asked: WeekRequest,
  days: readonly string[],
  context: OfficeContext,
): Pick<WeekView, 'title' | 'previous' | 'today' | 'following' | 'groupings' | 'days'> {
  const { t, format, office } = context;
  const [first = asked.day] = days;
  const last = days.at(-1) ?? first;
  const other = (weeks: number): { href: string; label: string } => {
    const week = weekOf(dayPlus(first, 7 * weeks));
    const label = t(weeks < 0 ? 'office:week.previous' : 'office:week.following', { week: week.number });
    return { href: weekHref(asked, { week: week.id, t: null, day: null }), label };
  };
  const shown = asked.by ?? 'room';
  return {
    title: t('office:week.title', {
      week: asked.week.number,
      days: format.dayRange(noon(first, office.timeZone), noon(last, office.timeZone)),
    }),
    previous: other(-1),
    today: {
      href: weekHref(asked, { week: null, t: null, day: null }),
      label: t('office:week.this-week'),
    },
    following: other(1),
    groupings: groupings.map((by) => ({
      href: weekHref(asked, { by, day: by === 'day' ? asked.day : null }),
      label: t(`office:week.by.${by}`),
      isCurrent: by === shown,
    })),
    days: asked.by === 'day' ? dayLinks(asked, days, context) : [],
  };
}

function dayLinks(
  asked: WeekRequest,
  days: readonly string[],
  { format, office }: OfficeContext,
): WeekView['days'] {
  return days.map((day) => ({
    href: weekHref(asked, { day, week: null }),
    label: format.shortDay(noon(day, office.timeZone)),
    isCurrent: day === asked.day,
  }));
}

/** The filters above the plan; choosing nothing shows all. */
export function weekFilters(
  asked: WeekRequest,
  talks: readonly TalkView[],
  { context, languageNames }: Pick<CardWorld, 'context' | 'languageNames'>,
): Pick<WeekView, 'filters' | 'hidden'> {
  const { t } = context;
  const languages = new Set(talks.map((talk) => talk.language));
  const select = (name: 'language' | 'state', options: SelectView['options']): SelectView => ({
    name,
    label: t(`office:inbox.column.${name}`),
    value: asked[name] ?? '',
    options: [{ value: '', label: t(`office:week.any.${name}`) }, ...options],
  });
  const isSet = asked.language !== undefined || asked.state !== undefined;
  return {
    filters: {
      action: officePaths.week,
      title: t('office:filter.title'),
      submit: t('office:filter.submit'),
      selects: [
        select(
          'language',
          [...languageNames]
            .filter(([code]) => languages.has(code) || code === asked.language)
            .map(([value, label]) => ({ value, label })),
        ),
        select(
          'state',
          STATES.map((value) => ({ value, label: t(`office:talk-state.${value}`) })),
        ),
      ],
      reset: isSet
        ? { href: weekHref(asked, { language: null, state: null }), label: t('office:filter.reset') }
        : null,
    },
    hidden: hiddenParts(asked),
  };
}

function hiddenParts({ week, by, day }: WeekRequest): WeekView['hidden'] {
  return [
    ['week', week.id],
    ...(by === undefined ? [] : [['by', by] as const]),
    ...(by === 'day' ? [['day', day] as const] : []),
  ];
}

/** The talks of the week below each other, day by day. */
export function weekList(
  days: readonly string[],
  talks: readonly TalkView[],
  world: CardWorld,
): NonNullable<WeekView['list']> {
  const { format, office } = world.context;
  return days
    .map((day) => ({
      day: format.longDate(noon(day, office.timeZone)),
      cards: talks
        .filter((talk) => localDay(talk.startsAt, office.timeZone) === day)
        .map((talk) => cardOf(talk, world)),
    }))
    .filter(({ cards }) => cards.length > 0);
}

/** One sentence per conflict, leading to its talk. */
export function conflictLinks(
  conflicts: readonly Conflict[],
  asked: WeekRequest,
  context: OfficeContext,
): WeekView['conflicts'] {
  return conflicts.map((conflict) => ({
    href: `${weekHref(asked, { t: conflict.talk.id })}#talk`,
    label: `${whenOf(conflict.talk, context)}, ${shortName(conflict.talk)}: ${conflictWords(conflict, context)}`,
  }));
}

export function conflictWords({ kind, name, reason }: Conflict, { t }: OfficeContext): string {
  const words = t(`office:week.conflict-kind.${kind}`, { name });
  return reason === '' ? words : `${words} (${reason})`;
}

const whenOf = (talk: TalkView, { format }: OfficeContext): string =>
  `${format.shortDay(talk.startsAt)} ${format.time(talk.startsAt)}`;
