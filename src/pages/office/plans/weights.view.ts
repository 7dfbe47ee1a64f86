import { costPartNames, type WeightsEffect, type WeightTrial } from '../../../features/plans/index.js';
import { roleAllows } from '../../../features/staff/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import type { WeightsEffectView, WeightsView } from '../../../templates/pages/office/plans/weights-page.js';
import type { OfficeContext } from '../office-context.js';
import { money, planName } from './plan-words.js';
import { weightGroups, type WeightField } from './weights.forms.js';

export interface WeightsWorld {
  readonly entries: Readonly<Record<WeightField, string>>;
  readonly errors: readonly FieldError[];
  readonly hourRappen: number;
  /** What was asked for: the price of the last plan, or a search; null when nothing was. */
  readonly effect:
    | { readonly kind: 'price'; readonly found: WeightsEffect | undefined }
    | { readonly kind: 'trial'; readonly trial: WeightTrial }
    | null;
}

export function weightsView(world: WeightsWorld, context: OfficeContext): WeightsView {
  const { t, staff } = context;
  const { effect, hourRappen } = world;
  const groups = Object.entries(weightGroups).map(([group, fields]) => ({
    legend: t(`plans:weights.group.${group}`),
    inPairs: true,
    fields: fields.map((name) => ({
      kind: 'text' as const,
      name,
      label: t(`plans:weights.field.${name}`),
      value: world.entries[name],
      ...hintOf(world.entries[name], hourRappen, context),
    })),
  }));
  return {
    lead: t('plans:weights.lead', { hour: money(hourRappen, context) }),
    csrfToken: staff.csrfToken,
    groups,
    errors: world.errors,
    effect: effectTable(effect, context),
    note: noteOf(effect, context),
    maySave: roleAllows(staff.role, 'settings'),
  };
}

/** What an amount is in hours of interpreting, where that says something. */
function hintOf(francs: string, hourRappen: number, { t }: OfficeContext): { hint?: string } {
  const hours = (Number(francs) * 100) / Math.max(1, hourRappen);
  if (!Number.isFinite(hours) || hourRappen === 0 || hours < 0.1) return {};
  return { hint: t('plans:weights.hint', { hours: hours.toFixed(hours < 10 ? 1 : 0) }) };
}

function noteOf(effect: WeightsWorld['effect'], { t }: OfficeContext): string | null {
  if (!effect) return null;
  if (effect.kind === 'price') return t(effect.found ? 'plans:weights.unsaved' : 'plans:weights.no-plan');
  const { state } = effect.trial;
  if (state === 'failed') return t('plans:weights.trial.failed');
  return t(state === 'ready' ? 'plans:weights.unsaved' : 'plans:weights.trial.running');
}

function effectTable(effect: WeightsWorld['effect'], context: OfficeContext): WeightsEffectView | null {
  if (effect?.kind === 'price') return effect.found ? priceTable(effect.found, context) : null;
  return effect?.trial.result ? trialTable(effect.trial.result, context) : null;
}

function priceTable({ plan, before, after }: WeightsEffect, context: OfficeContext): WeightsEffectView {
  const { t } = context;
  const line = (part: string, old: number, now: number): WeightsEffectView['rows'][number] => ({
    part: t(`plans:weights.part-name.${part}`),
    cells: [money(old, context), money(now, context)],
  });
  return {
    title: t('plans:weights.effect', { name: planName(plan, context) }),
    caption: t('plans:weights.effect-caption'),
    head: [t('plans:weights.part'), t('plans:weights.before'), t('plans:weights.after')],
    rows: [
      ...costPartNames.map((part) => line(part, before.parts[part], after.parts[part])),
      line('total', before.total, after.total),
    ],
  };
}

/** People, money and changes of the two searches. */
function trialTable({ present, tried }: TrialResult, context: OfficeContext): WeightsEffectView {
  const { t } = context;
  const francs = (rappen: number): string => money(rappen, context);
  const measures: readonly (readonly [
    string,
    (totals: TrialResult['tried']) => number,
    (value: number) => string,
  ])[] = [
    ['planned', ({ planned }) => planned, String],
    ['late', ({ late }) => late, String],
    ['money', ({ moneyRappen }) => moneyRappen, francs],
    ['trips', ({ trips }) => trips, String],
    ['changes', ({ changes }) => changes, String],
  ];
  return {
    title: t('plans:weights.trial.title'),
    caption: t('plans:weights.trial.caption'),
    head: [
      t('plans:weights.trial.measure'),
      t('plans:weights.before'),
      t('plans:weights.after'),
      t('plans:weights.trial.difference'),
    ],
    rows: measures.map(([name, of, words]) => {
      const difference = of(tried) - of(present);
      const signed = `${difference > 0 ? '+' : '−'}${words(Math.abs(difference))}`;
      return {
        part: t(`plans:weights.trial.${name}`),
        cells: [
          words(of(present)),
          words(of(tried)),
          difference === 0 ? t('plans:weights.trial.none') : signed,
        ],
      };
    }),
  };
}

type TrialResult = NonNullable<WeightTrial['result']>;
