import type { RowPlaces } from '../../../features/plans/index.js';
import type { FreeSlot } from '../../../features/talks/index.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import type { PlanRowPageView, RowPlaceView } from '../../../templates/pages/office/plans/plan-row-page.js';
import type { OfficeContext } from '../office-context.js';
import { obstacleWords } from './plan-obstacles.js';
import type { RowPlacesWishes } from './plan-row.forms.js';
import { interpreterOf, languageWord, money, whenOf, whereOf, type LanguageWords } from './plan-words.js';

type Named = readonly { readonly id: number; readonly name: string }[];

/** What the page is made of. */
export interface RowPageWorld extends RowPlaces {
  readonly planId: string;
  readonly householdId: number;
  readonly name: string;
  readonly languages: readonly string[];
  readonly wishes: RowPlacesWishes;
  readonly problem: string | null;
  readonly choices: { readonly rooms: Named; readonly caseworkers: Named; readonly interpreters: Named };
  readonly languageNames: LanguageWords;
}

export function rowPageView(world: RowPageWorld, context: OfficeContext): PlanRowPageView {
  const { t, staff } = context;
  const { row, cost, answer, planId, householdId } = world;
  const { place } = row;
  return {
    title: t('plans:row.title', { name: world.name }),
    action: planPaths.row(planId, householdId),
    csrfToken: staff.csrfToken,
    problem: world.problem,
    facts: [
      { term: t('plans:row.column.when'), lines: [whenOf(place.startsAt, context)] },
      { term: t('plans:row.column.where'), lines: [whereOf(place, context)] },
      { term: t('plans:row.column.caseworker'), lines: [place.caseworkerName] },
      { term: t('plans:row.column.interpreter'), lines: [interpreterOf(place, context)] },
      { term: t('plans:review.column.language'), lines: [languageWord(place.language, world.languageNames)] },
    ],
    cost: t('plans:row.present-cost', { money: money(cost.moneyRappen, context) }),
    from: world.wishes.from ?? '',
    selects: selectsOf(world, context),
    places: answer.kind === 'proposed' ? answer.slots.map((slot) => placeView(slot, world, context)) : [],
    obstacles:
      answer.kind === 'proposed'
        ? []
        : obstacleWords(answer.obstacles, world, { ...context, languageNames: world.languageNames }),
    backHref: planPaths.plan(planId),
  };
}

function selectsOf({ choices, wishes }: RowPageWorld, { t }: OfficeContext): PlanRowPageView['selects'] {
  const select = (name: 'caseworker' | 'room' | 'interpreter', list: Named) => ({
    name,
    label: t(`plans:row.${name}`),
    value: String(wishes[name] ?? ''),
    options: [
      { value: '', label: t('plans:row.any') },
      ...list.map((one) => ({ value: String(one.id), label: one.name })),
    ],
  });
  return [
    select('caseworker', choices.caseworkers),
    select('room', choices.rooms),
    select('interpreter', choices.interpreters),
  ];
}

function placeView(slot: FreeSlot, { row, cost }: RowPageWorld, context: OfficeContext): RowPlaceView {
  const { t } = context;
  const when = whenOf(slot.startsAt, context);
  const francs = slot.moneyRappen - cost.moneyRappen;
  const wishes = slot.totalRappen - cost.totalRappen - francs;
  return {
    key: `${slot.startsAt} ${slot.caseworkerId} ${slot.roomId ?? ''}`,
    when,
    where: whereOf(slot, context),
    caseworker: slot.caseworkerName,
    interpreter: interpreterOf(slot, context),
    difference: francs === 0 ? t('plans:row.same') : signed(francs, ['more', 'less'], context),
    wishes: wishes === 0 ? '' : signed(wishes, ['wishes-more', 'wishes-less'], context),
    fields: [
      ['version', String(row.version)],
      ['startsAt', slot.startsAt],
      ['mode', slot.mode],
      ['roomId', String(slot.roomId ?? '')],
      ['caseworkerId', String(slot.caseworkerId)],
      ['interpreterId', String(slot.interpreterId ?? '')],
      ['interpreterMode', slot.interpreterMode ?? ''],
      ['language', slot.language],
    ],
    takeName: t('plans:row.take-of', { when }),
  };
}

function signed(rappen: number, [more, less]: readonly [string, string], context: OfficeContext): string {
  const key = rappen > 0 ? more : less;
  return context.t(`plans:row.${key}`, { money: money(Math.abs(rappen), context) });
}
