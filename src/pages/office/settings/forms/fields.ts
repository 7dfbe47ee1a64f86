import type { Translate } from '../../../../platform/i18n/i18n.js';
import type { FormFieldView } from '../../../../templates/components/form-fields.js';
import type { Entries } from './settings-form.js';

type TypedKind = Exclude<FormFieldView['kind'], 'select'>;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Makes the fields of one form: labels are `settings:field.<name>`, hints `settings:hint.<name>`. */
export interface FieldMaker {
  readonly field: (name: string, kind?: TypedKind) => FormFieldView;
  /** With its hint. */
  readonly explained: (name: string, kind?: TypedKind) => FormFieldView;
  readonly select: (name: string, options: readonly Choice[]) => FormFieldView;
}

export function fieldMaker(entries: Entries, t: Translate): FieldMaker {
  const value = (name: string): string => entries[name] ?? '';
  const label = (name: string): string => t(`settings:field.${name}`);
  return {
    field: (name, kind = 'text') => ({ kind, name, label: label(name), value: value(name) }),
    explained: (name, kind = 'text') => ({
      kind,
      name,
      label: label(name),
      value: value(name),
      hint: t(`settings:hint.${name}`),
    }),
    select: (name, options) => ({ kind: 'select', name, label: label(name), value: value(name), options }),
  };
}

export const tick = (isTicked: boolean): string => (isTicked ? '1' : '');
