import { type LadderGroup, ladderGroups, type Ladders } from '../../../../features/notices/index.js';
import { ladderRecord } from '../../../../features/settings/index.js';
import type { FieldError } from '../../../../templates/components/error-summary.js';
import type { OfficeContext } from '../../office-context.js';
import type { Entries, SettingsForm } from './settings-form.js';

type Rung = Ladders[LadderGroup][number];

/** What follows the invitation, in this order. A step without days is not taken. */
const STEPS = [
  { kind: 'answer-reminder', channel: 'email' },
  { kind: 'answer-letter', channel: 'letter' },
  { kind: 'second-invitation', channel: 'own' },
] as const;
const COUNTS = ['calendar', 'working'] as const;
const MOST_DAYS = 365;

const stepField = (group: LadderGroup, kind: string): string => `${group}-${kind}`;
const countField = (group: LadderGroup): string => `${group}-days`;

/** After how many days the office asks again, for those who are expected and for those who may come. */
export const ladderForm: SettingsForm<Ladders> = {
  record: ladderRecord,
  entriesOf: (ladders) =>
    Object.fromEntries(ladderGroups.flatMap((group) => entriesOf(group, ladders?.[group] ?? []))),
  groups: (entries, { context }) =>
    ladderGroups.map((group) => ({
      legend: context.t(`settings:ladder-group.${group}`),
      fields: [
        ...STEPS.map(({ kind }) => stepOf(stepField(group, kind), kind, entries, context)),
        countOf(group, entries, context),
      ],
    })),
  read: (entries, { context }) => {
    const errors = ladderGroups.flatMap((group) => errorsOf(group, entries, context));
    if (errors.length > 0) return { kind: 'wrong', errors };
    return {
      kind: 'read',
      values: { expected: ladderFrom('expected', entries), voluntary: ladderFrom('voluntary', entries) },
    };
  },
};

function entriesOf(group: LadderGroup, ladder: readonly Rung[]): [string, string][] {
  const days = STEPS.map(({ kind }): [string, string] => {
    const rung = ladder.find((step) => step.kind === kind);
    return [stepField(group, kind), rung ? String(rung.afterDays) : ''];
  });
  return [...days, [countField(group), ladder[1]?.days ?? 'calendar']];
}

function stepOf(name: string, kind: string, entries: Entries, { t }: OfficeContext) {
  const label = t(`settings:ladder-step.${kind}`);
  return { kind: 'text', name, label, value: entries[name] ?? '', hint: t('settings:ladder-hint') } as const;
}

function countOf(group: LadderGroup, entries: Entries, { t }: OfficeContext) {
  const name = countField(group);
  const options = COUNTS.map((value) => ({ value, label: t(`settings:ladder-count.${value}`) }));
  return {
    kind: 'select',
    name,
    label: t('settings:ladder-days'),
    value: entries[name] ?? '',
    options,
  } as const;
}

/** Text that is no number of days gives NaN; an empty one undefined. */
function daysOf(entries: Entries, field: string): number | undefined {
  const text = (entries[field] ?? '').trim();
  if (text === '') return undefined;
  return /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
}

function errorsOf(group: LadderGroup, entries: Entries, { t }: OfficeContext): FieldError[] {
  const errors: FieldError[] = [];
  let before = 0;
  for (const { kind } of STEPS) {
    const field = stepField(group, kind);
    const days = daysOf(entries, field);
    if (days === undefined) continue;
    const label = t(`settings:ladder-step.${kind}`);
    if (!(days >= 1 && days <= MOST_DAYS))
      errors.push({ field, text: t('settings:error.ladder-days', { label, most: MOST_DAYS }) });
    else if (days <= before) errors.push({ field, text: t('settings:error.ladder-order', { label }) });
    else before = days;
  }
  const known: readonly string[] = COUNTS;
  if (!known.includes(entries[countField(group)] ?? ''))
    errors.push({ field: countField(group), text: t('validation:choice') });
  return errors;
}

function ladderFrom(group: LadderGroup, entries: Entries): Ladders[LadderGroup] {
  const days = entries[countField(group)] === 'working' ? 'working' : 'calendar';
  const stops: Rung['stops'] = ['answered', 'bounced', 'suspended'];
  const later = STEPS.flatMap((step) => {
    const afterDays = daysOf(entries, stepField(group, step.kind));
    return afterDays === undefined ? [] : [{ ...step, afterDays, days, stops } as const];
  });
  return [{ kind: 'invitation', channel: 'own', afterDays: 0, days, stops }, ...later];
}
