import type { BrokenRule, SlotObstacle } from '../../../features/talks/index.js';
import { dayFormat } from '../day-format.js';
import type { OfficeContext } from '../office-context.js';

interface WordsWorld {
  readonly context: OfficeContext;
  readonly languageNames: ReadonlyMap<string, string>;
}

/** Why nothing is free: the rule, whom it is about, and how many possibilities it took away. */
export function obstacleWords(obstacle: SlotObstacle, world: WordsWorld): string {
  const { t } = world.context;
  const details = [...obstacle.names, ...languageOf(obstacle, world)];
  const count = obstacle.count > 0 ? ` ${t('office:slots.obstacle-count', { count: obstacle.count })}` : '';
  return `${t(`scheduling:rule.${obstacle.rule}`)}${inBrackets(details)}${count}`;
}

/** What stands against one choice, with names, times and numbers where there are any. */
export function brokenRuleWords(broken: BrokenRule, world: WordsWorld): string {
  const { t, format } = world.context;
  const { from, until, date, limit, actual } = broken;
  const time = from === undefined ? [] : [timeWords(new Date(from), until, format)];
  const details = [
    ...broken.names,
    ...languageOf(broken, world),
    ...time,
    ...(date === undefined ? [] : [dayFormat(date)]),
    ...(limit === undefined ? [] : [numbersOf(limit, actual, t)]),
  ];
  return `${t(`scheduling:rule.${broken.rule}`)}${inBrackets(details)}`;
}

const inBrackets = (details: readonly string[]): string =>
  details.length === 0 ? '' : ` (${details.join(', ')})`;

function languageOf({ language }: { readonly language?: string }, { languageNames }: WordsWorld): string[] {
  return language === undefined ? [] : [languageNames.get(language) ?? language];
}

function timeWords(from: Date, until: string | undefined, format: OfficeContext['format']): string {
  const day = format.shortDay(from);
  return until === undefined
    ? `${day} ${format.time(from)}`
    : `${day} ${format.timeRange(from, new Date(until))}`;
}

function numbersOf(limit: number, actual: number | undefined, t: OfficeContext['t']): string {
  return actual === undefined
    ? t('office:slots.limit', { limit })
    : t('office:slots.limit-actual', { limit, actual });
}
