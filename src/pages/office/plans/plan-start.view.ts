import type { InboxCounts } from '../../../features/households/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import type { FormFieldView } from '../../../templates/components/form-fields.js';
import type { PlanStartView } from '../../../templates/pages/office/plans/plan-start-form.js';
import { planPaths } from '../../../templates/pages/office/plans/plan-paths.js';
import { dayFormat } from '../day-format.js';
import type { OfficeContext } from '../office-context.js';
import { nextMondays } from './weeks.js';
import { announcedPolicies, efforts, type StartEntries } from './plan-start.forms.js';
import type { LanguageWords } from './plan-words.js';

const WEEKS = [1, 2, 4, 6, 8, 10, 12];
const WEEKS_TO_BEGIN = 12;

/** What the start form shows. */
export interface PlanStartWorld {
  readonly waiting: { readonly households: number; readonly overdue: number; readonly fallenOut: number };
  readonly counts: Pick<InboxCounts, 'languages' | 'municipalities'>;
  readonly languageNames: LanguageWords;
  readonly entries: StartEntries;
  /** Households ticked in the list; none: whoever the fields select. */
  readonly ticked: readonly number[];
  readonly errors: readonly FieldError[];
}

type Select = Extract<FormFieldView, { kind: 'select' }>;

export function planStartView(world: PlanStartWorld, context: OfficeContext): PlanStartView {
  const { t, staff } = context;
  const { waiting, entries, ticked, errors } = world;
  const when = { legend: t('plans:start.when'), inPairs: true, fields: whenFields(entries, context) };
  const who = { legend: t('plans:start.who'), inPairs: true, fields: whoFields(world, context) };
  return {
    lines: waitingLines(world.waiting, context),
    canStart: waiting.households + waiting.fallenOut > 0,
    csrfToken: staff.csrfToken,
    ticked:
      ticked.length === 0
        ? null
        : { text: t('plans:start.ticked', { count: ticked.length }), ids: ticked, allHref: planPaths.start },
    groups: ticked.length === 0 ? [who, when] : [when],
    announced: {
      name: 'announced',
      legend: t('plans:start.announced'),
      value: entries.announced,
      options: announcedPolicies.map((value) => ({ value, label: t(`plans:start.announced-${value}`) })),
    },
    effort: {
      name: 'effort',
      legend: t('plans:start.effort'),
      value: entries.effort,
      options: efforts.map((value) => ({ value, label: t(`plans:start.effort-${value}`) })),
    },
    errors,
  };
}

function waitingLines(
  { households, overdue, fallenOut }: PlanStartWorld['waiting'],
  { t }: OfficeContext,
): string[] {
  return [
    households === 0 ? t('plans:waiting.none') : t('plans:waiting.households', { count: households }),
    ...(overdue > 0 ? [t('plans:waiting.overdue', { count: overdue })] : []),
    ...(fallenOut > 0 ? [t('plans:start.fallen-out', { count: fallenOut })] : []),
  ];
}

function whoFields(
  { counts, languageNames, entries }: PlanStartWorld,
  { t }: OfficeContext,
): FormFieldView[] {
  const any = { value: '', label: t('plans:start.any') };
  const select = (name: 'language' | 'municipality', options: Select['options']): FormFieldView => ({
    kind: 'select',
    name,
    label: t(`plans:start.${name}`),
    value: entries[name],
    options: [any, ...options],
  });
  return [
    select(
      'language',
      counts.languages.map(({ language, count }) => ({
        value: language,
        label: `${languageNames.get(language) ?? language} (${count})`,
      })),
    ),
    select(
      'municipality',
      counts.municipalities.map(({ bfs, name, count }) => ({
        value: String(bfs),
        label: `${name} (${count})`,
      })),
    ),
    {
      kind: 'date',
      name: 'dueUntil',
      label: t('plans:start.due-until'),
      value: entries.dueUntil,
      hint: t('plans:start.due-until-hint'),
    },
  ];
}

function whenFields({ from, weeks }: StartEntries, { t, today, office }: OfficeContext): FormFieldView[] {
  const counts = [...new Set([...WEEKS, office.policies.horizonWeeks])].sort((a, b) => a - b);
  return [
    {
      kind: 'select',
      name: 'from',
      label: t('plans:start.from'),
      value: from,
      options: [
        { value: '', label: t('plans:start.from-now') },
        ...nextMondays(today, WEEKS_TO_BEGIN).map((monday) => ({
          value: monday,
          label: t('plans:start.from-week', { day: dayFormat(monday) }),
        })),
      ],
    },
    {
      kind: 'select',
      name: 'weeks',
      label: t('plans:start.weeks'),
      value: weeks,
      options: counts.map((count) => ({
        value: String(count),
        label: t('plans:start.weeks-option', { count }),
      })),
    },
  ];
}
