import type { Household } from '../../../features/households/index.js';
import type { FormFieldView } from '../../../templates/components/form-fields.js';
import type { FiltersView } from '../../../templates/components/filters.js';
import type { SelectView } from '../../../templates/components/select.js';
import type { OfficeContext } from '../office-context.js';
import { dayPlus } from '../week/iso-week.js';
import type { Resources } from '../week/rows.js';
import type { SlotsRequest } from './choice.forms.js';
import type { SlotsPurpose } from './purpose.js';

/** What the lists of the forms are made from. */
export interface SlotFieldsWorld {
  readonly context: OfficeContext;
  readonly purpose: SlotsPurpose;
  readonly resources: Resources;
  readonly languageNames: ReadonlyMap<string, string>;
}

type Option = SelectView['options'][number];

/** The filters of the search; days are typed, the rest is chosen. */
export function slotFilters(asked: SlotsRequest, world: SlotFieldsWorld): FiltersView {
  const { context, purpose } = world;
  const { t } = context;
  const select = (name: keyof SlotsRequest, options: readonly Option[]): SelectView => ({
    name,
    id: `filter-${name}`,
    label: t(`office:slots.field.${name}`),
    value: String(asked[name] ?? ''),
    options: [{ value: '', label: t('office:slots.any') }, ...options],
  });
  const isSet = Object.values(asked).some(Boolean);
  return {
    action: purpose.listHref,
    title: t('office:slots.filters'),
    submit: t('office:slots.search'),
    dates: (['from', 'to'] as const).map((name) => ({
      name,
      label: t(`office:slots.field.${name}`),
      value: asked[name] ?? '',
    })),
    selects: [
      select('caseworker', named(world.resources.caseworkers)),
      select('room', roomOptions(world)),
      select('interpreter', interpreterOptions(world)),
      select('language', languageOptions(world)),
    ],
    reset: isSet ? { href: purpose.listHref, label: t('office:filter.reset') } : null,
  };
}

/** The form for a time that was not proposed; `typed` is what was in it. */
export function freeFields(
  typed: Readonly<Record<string, unknown>>,
  world: SlotFieldsWorld,
): readonly FormFieldView[] {
  const { context, purpose, resources } = world;
  const { t, today, office } = context;
  const start = { day: dayPlus(today, office.policies.noticeDays), time: '09:00' };
  const text = (name: string): string => (typeof typed[name] === 'string' ? typed[name] : '');
  const list = (name: string, options: readonly Option[], fallback = ''): FormFieldView => ({
    kind: 'select',
    name,
    label: t(`office:slots.field.${name}`),
    value: text(name) || fallback,
    options,
  });
  const none = (key: string): Option => ({ value: '', label: t(`office:slots.${key}`) });
  const modes = ['onsite', 'phone', 'video'].map((value) => ({ value, label: t(`office:mode.${value}`) }));
  return [
    { kind: 'date', name: 'day', label: t('office:slots.field.day'), value: text('day') || start.day },
    { kind: 'time', name: 'time', label: t('office:slots.field.time'), value: text('time') || start.time },
    list('room', [...roomOptions(world), none('by-video')]),
    list('caseworker', named(resources.caseworkers)),
    list('language', languageOptions(world), purpose.household.languages[0]?.language),
    list('interpreter', [none('no-interpreter'), ...interpreterOptions(world)]),
    list('interpreterMode', modes),
  ];
}

const named = (rows: readonly { readonly id: number; readonly name: string }[]): Option[] =>
  rows.map(({ id, name }) => ({ value: String(id), label: name }));

function roomOptions({ resources, context }: SlotFieldsWorld): Option[] {
  const { t } = context;
  return resources.rooms.map((room) => ({
    value: String(room.id),
    label: [`${room.siteName}, ${room.name}`, ...(room.stepFree ? [] : [t('office:slots.with-steps')])].join(
      ' · ',
    ),
  }));
}

/** Only those who speak a language of the household. */
function interpreterOptions({ resources, purpose }: SlotFieldsWorld): Option[] {
  const spoken = new Set(purpose.household.languages.map(({ language }) => language));
  return resources.interpreters
    .filter(({ languages }) => languages.some((language) => spoken.has(language)))
    .map(({ id, name, languages }) => ({
      value: String(id),
      label: `${name} (${languages.map((language) => language.toUpperCase()).join(' ')})`,
    }));
}

/** The languages of the household in their order, then German, which is always worth a try. */
function languageOptions({ purpose, languageNames }: SlotFieldsWorld): Option[] {
  const codes = languagesOf(purpose.household);
  return codes.map((value) => ({ value, label: languageNames.get(value) ?? value }));
}

function languagesOf({ languages }: Household): string[] {
  return [...new Set([...languages.map(({ language }) => language), 'de'])];
}

/** Name of a language, or its code. */
export function languageWordsOf(
  code: string,
  { languageNames }: Pick<SlotFieldsWorld, 'languageNames'>,
): string {
  return languageNames.get(code) ?? code;
}
