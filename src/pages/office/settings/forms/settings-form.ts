import type { SettingsRecord } from '../../../../features/settings/index.js';
import type { FieldError } from '../../../../templates/components/error-summary.js';
import type { FieldGroupView } from '../../../../templates/components/form-fields.js';
import type { SettingsWorld } from '../settings-world.js';

/** A form as text, by the names of its fields; a ticked box is `1`. */
export type Entries = Readonly<Record<string, string>>;

/** What a filled form stands for, or what is wrong with it. */
export type Reading<Values> =
  | { readonly kind: 'read'; readonly values: Values }
  | { readonly kind: 'wrong'; readonly errors: FieldError[] };

/** How one kind of record is shown and read. */
export interface SettingsForm<Values extends object = object> {
  readonly record: SettingsRecord<Values>;
  /** The form filled with a record, or as it is for a new one. */
  entriesOf(values: Values | null, world: SettingsWorld): Entries;
  groups(entries: Entries, world: SettingsWorld): FieldGroupView[];
  read(entries: Entries, world: SettingsWorld): Reading<Values>;
}
