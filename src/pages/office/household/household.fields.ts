import type { Household } from '../../../features/households/index.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import type { FieldGroupView, FormFieldView } from '../../../templates/components/form-fields.js';

/** How many talk languages the form can hold. */
export const LANGUAGE_PLACES = [1, 2, 3] as const;

/** The form as text, by the names of its fields; a ticked box is `1`. */
export type HouseholdEntries = Readonly<Record<string, string>>;

/** What the form shows before anybody typed. */
export function entriesOf(household: Household): HouseholdEntries {
  const contact = household.persons.find((person) => person.isContact);
  const languages = LANGUAGE_PLACES.flatMap((place) => {
    const known = household.languages[place - 1];
    return [
      [`language-${place}`, known?.language ?? ''],
      [`level-${place}`, String(known?.level ?? 3)],
    ];
  });
  return {
    ...(Object.fromEntries(languages) as HouseholdEntries),
    letterLanguage: household.letterLanguage,
    channel: household.channel,
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    stepFree: tick(household.stepFree),
    interpreterGender: household.interpreterGender ?? '',
    interpreterGenderRequired: tick(household.interpreterGenderRequired),
    acceptsRemoteInterpreter: tick(household.acceptsRemoteInterpreter),
    addressLock: tick(household.addressLock),
    note: household.note,
    state: '',
    reason: '',
  };
}

interface FieldWorld {
  readonly t: Translate;
  readonly languageNames: ReadonlyMap<string, string>;
  /** Only a household without an open talk can be set aside. */
  readonly maySetState: boolean;
}

/** The form, group by group, filled with entries. */
export function householdGroups(entries: HouseholdEntries, world: FieldWorld): FieldGroupView[] {
  const { t } = world;
  const field = (
    kind: Exclude<FormFieldView['kind'], 'select'>,
    name: string,
    hint?: string,
  ): FormFieldView => ({
    kind,
    name,
    label: t(`office:household-field.${name}`),
    value: entries[name] ?? '',
    ...(hint === undefined ? {} : { hint }),
  });
  const groups = [
    { legend: t('office:household.talking'), inPairs: true, fields: languageFields(entries, world) },
    { legend: t('office:household.needs'), fields: needFields(entries, t, field) },
    {
      legend: t('office:household.reaching'),
      fields: [
        select(entries, 'letterLanguage', t, languageOptions(world)),
        field('email', 'email'),
        field('text', 'phone'),
        select(entries, 'channel', t, options(t, 'office:channel', ['email', 'letter'])),
        field('checkbox', 'addressLock'),
      ],
    },
    {
      legend: t('office:household.note'),
      fields: [field('area', 'note', t('office:household-field.note-hint'))],
    },
  ];
  return world.maySetState ? [...groups, stateGroup(entries, t, field('text', 'reason'))] : groups;
}

type MakeField = (
  kind: Exclude<FormFieldView['kind'], 'select'>,
  name: string,
  hint?: string,
) => FormFieldView;

function needFields(entries: HouseholdEntries, t: Translate, field: MakeField): FormFieldView[] {
  return [
    field('checkbox', 'stepFree'),
    field('checkbox', 'acceptsRemoteInterpreter'),
    select(entries, 'interpreterGender', t, options(t, 'office:gender', ['', 'f', 'm'])),
    field('checkbox', 'interpreterGenderRequired'),
  ];
}

function languageFields(entries: HouseholdEntries, world: FieldWorld): FormFieldView[] {
  const { t } = world;
  const none = { value: '', label: t('office:household-field.no-language') };
  return LANGUAGE_PLACES.flatMap((place) => [
    {
      kind: 'select' as const,
      name: `language-${place}`,
      label: t('office:household-field.language', { place }),
      value: entries[`language-${place}`] ?? '',
      options: place === 1 ? languageOptions(world) : [none, ...languageOptions(world)],
    },
    {
      kind: 'select' as const,
      name: `level-${place}`,
      label: t('office:household-field.level', { place }),
      value: entries[`level-${place}`] ?? '3',
      options: options(t, 'office:level', ['3', '2', '1']),
    },
  ]);
}

function stateGroup(entries: HouseholdEntries, t: Translate, reason: FormFieldView): FieldGroupView {
  const states = ['open', 'written', 'not-invited', 'moved-away'];
  const unchanged = { value: '', label: t('office:household-field.unchanged') };
  return {
    legend: t('office:household-field.state'),
    fields: [
      select(entries, 'state', t, [unchanged, ...options(t, 'office:household-state', states)]),
      reason,
    ],
  };
}

type Options = readonly { readonly value: string; readonly label: string }[];

function select(entries: HouseholdEntries, name: string, t: Translate, choices: Options): FormFieldView {
  return {
    kind: 'select',
    name,
    label: t(`office:household-field.${name}`),
    value: entries[name] ?? '',
    options: choices,
  };
}

const languageOptions = ({ languageNames }: FieldWorld): Options =>
  [...languageNames].map(([value, label]) => ({ value, label }));

const options = (t: Translate, prefix: string, values: readonly string[]): Options =>
  values.map((value) => ({ value, label: t(`${prefix}.${value === '' ? 'any' : value}`) }));

const tick = (isTicked: boolean): string => (isTicked ? '1' : '');
