import type { Translate } from '../../../platform/i18n/i18n.js';
import type { FormFieldView } from '../../../templates/components/form-fields.js';
import type { Entries, SettingsForm } from './forms/settings-form.js';
import type { SettingsWorld } from './settings-world.js';

/** A fact that differs between two versions of a record, in words. */
export interface Difference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two filled forms, as people read it. */
export function differences(
  form: SettingsForm,
  { before, after }: Readonly<Record<'before' | 'after', Entries>>,
  world: SettingsWorld,
): Difference[] {
  const { t } = world.context;
  const old = fieldsByName(form, before, world);
  const now = fieldsByName(form, after, world);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => {
      const [was, is] = [old.get(name), now.get(name)];
      const label = [is?.group ?? was?.group, (is ?? was)?.field.label].filter(Boolean).join(': ');
      return { label, before: was ? inWords(was.field, t) : '', after: is ? inWords(is.field, t) : '' };
    })
    .filter((difference) => difference.before !== difference.after);
}

interface GroupedField {
  readonly field: FormFieldView;
  /** Named where several groups have fields of the same name. */
  readonly group: string | undefined;
}

function fieldsByName(form: SettingsForm, entries: Entries, world: SettingsWorld): Map<string, GroupedField> {
  const groups = form.groups(entries, world);
  const labels = groups.flatMap(({ fields }) => fields.map(({ label }) => label));
  return new Map(
    groups.flatMap(({ legend, fields }) =>
      fields.map((field) => {
        const isUnclear = labels.indexOf(field.label) !== labels.lastIndexOf(field.label);
        return [field.name, { field, group: isUnclear ? legend : undefined }] as const;
      }),
    ),
  );
}

function inWords(field: FormFieldView, t: Translate): string {
  if (field.kind === 'checkbox') return t(field.value === '1' ? 'office:yes' : 'office:no');
  if (field.kind !== 'select') return field.value;
  if (field.value === '') return '';
  return field.options.find((option) => option.value === field.value)?.label ?? field.value;
}
