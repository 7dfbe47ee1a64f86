import type { TariffSettings } from '../../../../../features/settings/index.js';
import type { FieldGroupView, FormFieldView } from '../../../../../templates/components/form-fields.js';
import type { OfficeContext } from '../../../office-context.js';
import type { Entries } from '../settings-form.js';
import type { EntryReader } from './entry-reader.js';

export type TariffRules = TariffSettings['rules'];

/** A part of the rules of a tariff: how it is filled in, shown and read. */
export interface RulePart<Part> {
  entriesOf(part: Part): Entries;
  groups(entries: Entries, context: OfficeContext): FieldGroupView[];
  read(reader: EntryReader): Part;
}

type TypedKind = Exclude<FormFieldView['kind'], 'select'>;

/** Makes fields whose names end in their meaning: `phone-hourly` has the label `tariffs:field.hourly`. */
export function partFields(entries: Entries, { t }: OfficeContext) {
  const labelled = (prefix: string, what: string) => ({
    name: `${prefix}${what}`,
    label: t(`tariffs:field.${what}`),
    value: entries[`${prefix}${what}`] ?? '',
  });
  return {
    field: (prefix: string, what: string, kind: TypedKind = 'text'): FormFieldView => ({
      kind,
      ...labelled(prefix, what),
    }),
    explained: (prefix: string, what: string, kind: TypedKind = 'text'): FormFieldView => ({
      kind,
      ...labelled(prefix, what),
      hint: t(`tariffs:hint.${what}`),
    }),
    /** Choices have the labels `tariffs:choice.<what>.<choice>`; the empty one is called `none`. */
    select: (prefix: string, what: string, choices: readonly string[]): FormFieldView => ({
      kind: 'select',
      ...labelled(prefix, what),
      options: choices.map((value) => ({ value, label: t(`tariffs:choice.${what}.${value || 'none'}`) })),
    }),
  };
}

/** Rappen as people type them: `105.00`. */
export function writeFrancs(rappen: number): string {
  return (rappen / 100).toFixed(2);
}
