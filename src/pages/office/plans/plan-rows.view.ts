import type { ReviewRow, RowAction } from '../../../features/plans/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import type { PlanRowView, RowButtonView } from '../../../templates/pages/office/plans/plan-row-line.js';
import type { PlanRowsView } from '../../../templates/pages/office/plans/plan-rows-form.js';
import type { OfficeContext } from '../office-context.js';
import { moveView } from './plan-move.view.js';
import {
  interpreterOf,
  languageWord,
  money,
  rowBadge,
  whenOf,
  whereOf,
  type LanguageWords,
} from './plan-words.js';

/** The ways to look at the rows of a plan. */
export const planViews = ['all', 'problems', 'moves', 'day', 'language', 'picture'] as const;
export type PlanView = (typeof planViews)[number];

export interface RowsWorld {
  readonly planId: string;
  readonly isOpen: boolean;
  readonly languageNames: LanguageWords;
  /** Of the households in the plan, by number. */
  readonly names: ReadonlyMap<number, string>;
}

/** Rows that somebody should look at: too late, in conflict, different from the edition before, or moving a talk. */
function isProblem(row: ReviewRow): boolean {
  return isLate(row) || row.state === 'conflict' || row.mark !== null || row.moves !== null;
}

export function isLate({ reasons }: Pick<ReviewRow, 'reasons'>): boolean {
  return reasons.some(({ id }) => id === 'late');
}

export function rowsView(
  rows: readonly ReviewRow[],
  view: PlanView,
  world: RowsWorld,
  context: OfficeContext,
): PlanRowsView {
  const { t } = context;
  const bulkActions = ['accept', 'pin', 'leave-out'] as const;
  return {
    action: planPaths.rows(world.planId),
    view,
    isOpen: world.isOpen,
    all: rows.some(({ state }) => state === 'proposed')
      ? { value: 'accept:all', label: t('plans:action.accept-all') }
      : null,
    bulk: bulkActions.map((action) => ({
      value: `${action}:selected`,
      label: t(`plans:action.${action}`),
      name: t(`plans:action.${action}`),
    })),
    groups: grouped(rows, view, world, context).map(({ heading, rows: members }) => ({
      heading,
      rows: members.map((row) => rowView(row, world, context)),
    })),
  };
}

interface Group {
  readonly heading: string | null;
  readonly rows: readonly ReviewRow[];
}

function grouped(
  rows: readonly ReviewRow[],
  view: PlanView,
  world: RowsWorld,
  context: OfficeContext,
): Group[] {
  if (view === 'moves') return [{ heading: null, rows: rows.filter(({ moves }) => moves !== null) }];
  if (view === 'problems') return [{ heading: null, rows: rows.filter(isProblem) }];
  if (view !== 'day' && view !== 'language') return [{ heading: null, rows }];
  const groups = new Map<string, ReviewRow[]>();
  for (const row of rows) {
    const heading =
      view === 'day'
        ? context.format.longDate(new Date(row.place.startsAt))
        : languageWord(row.place.language, world.languageNames);
    groups.set(heading, [...(groups.get(heading) ?? []), row]);
  }
  const list = [...groups].map(([heading, members]) => ({ heading, rows: members }));
  if (view === 'day') return list;
  return list.sort((a, b) => a.heading.localeCompare(b.heading, context.locale));
}

function rowView(row: ReviewRow, world: RowsWorld, context: OfficeContext): PlanRowView {
  const { t } = context;
  const { household, place } = row;
  const { name } = household;
  return {
    id: row.householdId,
    name,
    href: officePaths.household(household.id),
    about: [household.reference, household.municipality].filter(Boolean).join(' · '),
    language: languageWord(place.language, world.languageNames),
    when: whenOf(place.startsAt, context),
    where: whereOf(place, context),
    move: moveView(row, world, context),
    was: row.proposed ? `${whenOf(row.proposed.startsAt, context)}, ${whereOf(row.proposed, context)}` : null,
    mark: row.mark === null ? null : t(`plans:mark.${row.mark}`),
    caseworker: place.caseworkerName,
    interpreter: interpreterOf(place, context),
    cost: place.interpreterName === null ? '' : money(row.cost.moneyRappen, context),
    reasons: reasonWords(row, world, context),
    state: rowBadge(row.state, context),
    conflict: row.conflict ? t(`plans:conflict.${row.conflict.kind}`) : null,
    selectLabel: t('plans:review.select-row', { name }),
    buttons: world.isOpen ? buttonsOf(row, context) : [],
    change: world.isOpen
      ? { href: planPaths.row(world.planId, row.householdId), name: t('plans:action.change-of', { name }) }
      : null,
  };
}

/** At most three: what makes a row late is always among them. */
function reasonWords(row: ReviewRow, world: RowsWorld, { t }: OfficeContext): string[] {
  const language = languageWord(row.place.language, world.languageNames);
  const late = row.reasons.filter(({ id }) => id === 'late');
  const others = row.reasons.filter(({ id }) => id !== 'late');
  return [...others.slice(0, 3 - late.length), ...late].map(({ id, count }) =>
    t(`plans:reason.${id}`, { language, ...(count === undefined ? {} : { count }) }),
  );
}

const ACTIONS: Readonly<Record<ReviewRow['state'], readonly RowAction[]>> = {
  proposed: ['accept', 'pin', 'leave-out'],
  accepted: ['pin', 'leave-out'],
  changed: ['pin', 'leave-out'],
  pinned: ['leave-out'],
  'left-out': ['accept'],
  conflict: [],
  published: [],
};

function buttonsOf(row: ReviewRow, { t }: OfficeContext): RowButtonView[] {
  const actions = [...ACTIONS[row.state], ...(row.undo ? (['undo'] as const) : [])];
  return actions.map((action) => ({
    value: `${action}:${row.householdId}`,
    label: t(`plans:action.${action}`),
    name: t(`plans:action.${action}-of`, { name: row.household.name }),
  }));
}
