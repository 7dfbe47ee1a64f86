import type { WeightsEffect } from '../../../features/plans/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import type { WeightsEffectView, WeightsView } from '../../../templates/pages/office/plans/weights-page.js';
import type { OfficeContext } from '../office-context.js';
import { money, planName } from './plan-words.js';
import { weightGroups, type WeightField } from './weights.forms.js';

export interface WeightsWorld {
  readonly entries: Readonly<Record<WeightField, string>>;
  readonly errors: readonly FieldError[];
  readonly hourRappen: number;
  /** `asked`: the effect was asked for; undefined then means that there is no plan. */
  readonly effect: { readonly asked: boolean; readonly found: WeightsEffect | undefined };
}

const PARTS = [
  'unscheduled',
  'late',
  'money',
  'language',
  'gender',
  'fairness',
  'waiting',
  'stability',
] as const;

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
    effect: effect.found ? effectView(effect.found, context) : null,
    note: effect.asked ? t(effect.found ? 'plans:weights.unsaved' : 'plans:weights.no-plan') : null,
  };
}

/** What an amount is in hours of interpreting, where that says something. */
function hintOf(francs: string, hourRappen: number, { t }: OfficeContext): { hint?: string } {
  const hours = (Number(francs) * 100) / Math.max(1, hourRappen);
  if (!Number.isFinite(hours) || hourRappen === 0 || hours < 0.1) return {};
  return { hint: t('plans:weights.hint', { hours: hours.toFixed(hours < 10 ? 1 : 0) }) };
}

function effectView({ plan, before, after }: WeightsEffect, context: OfficeContext): WeightsEffectView {
  const { t } = context;
  const line = (part: string, old: number, now: number): WeightsEffectView['rows'][number] => ({
    part: t(`plans:weights.part-name.${part}`),
    before: money(old, context),
    after: money(now, context),
  });
  return {
    title: t('plans:weights.effect', { name: planName(plan, context) }),
    rows: [
      ...PARTS.map((part) => line(part, before.parts[part], after.parts[part])),
      line('total', before.total, after.total),
    ],
  };
}
