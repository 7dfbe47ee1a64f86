import { z } from 'zod';
import { localDay } from '../local-day.js';
import type { OfficeContext } from '../office-context.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { type IsoWeek, weekNamed, weekOf } from './iso-week.js';

/** What the rows of the plan are. */
export const groupings = ['room', 'caseworker', 'interpreter', 'day', 'list'] as const;

type Grouping = (typeof groupings)[number];

const WeekQuery = z.object({
  week: z.string().optional().catch(undefined),
  by: z.enum(groupings).optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .catch(undefined),
  state: z
    .enum(['planned', 'invited', 'confirmed', 'change-requested', 'held', 'no-show', 'stopped', 'written'])
    .optional()
    .catch(undefined),
  t: z.guid().optional().catch(undefined),
});

/** The address of the plan, read. */
export interface WeekRequest {
  readonly week: IsoWeek;
  /** undefined: nobody chose, so wide windows get the rooms and narrow ones the list. */
  readonly by: Grouping | undefined;
  /** The day of the view by day: the one asked for, else today or the first of the week. */
  readonly day: string;
  readonly language: string | undefined;
  readonly state: string | undefined;
  /** The talk in the panel. */
  readonly talkId: string | undefined;
}

/** @param startOfTalk when a talk is asked for without a week, its week is shown */
export function readWeekRequest(query: unknown, context: OfficeContext, startOfTalk?: Date): WeekRequest {
  const asked = WeekQuery.parse(query);
  const talkDay = startOfTalk && localDay(startOfTalk, context.office.timeZone);
  const named = asked.day === undefined ? weekNamed(asked.week ?? '') : weekOf(asked.day);
  const week = named ?? weekOf(talkDay ?? context.today);
  const day = [asked.day, talkDay, context.today].find((candidate) => week.days.includes(candidate ?? ''));
  return {
    week,
    by: asked.by,
    day: day ?? week.days[0] ?? context.today,
    language: asked.language,
    state: asked.state,
    talkId: asked.t,
  };
}

/** The id of the talk in the address, before anything is known about it. */
export function askedTalk(query: unknown): string | undefined {
  return WeekQuery.parse(query).t;
}

type Changes = Partial<Record<'week' | 'by' | 'day' | 't' | 'language' | 'state', string | null>>;

/** The same plan with something changed; null takes a part away. */
export function weekHref(asked: WeekRequest, changes: Changes): string {
  const parts: Record<string, string | null | undefined> = {
    week: asked.week.id,
    by: asked.by,
    day: asked.by === 'day' ? asked.day : null,
    language: asked.language,
    state: asked.state,
    t: asked.talkId,
    ...changes,
  };
  const set = Object.entries(parts).filter((part): part is [string, string] => typeof part[1] === 'string');
  return `${officePaths.week}?${new URLSearchParams(set)}`;
}
