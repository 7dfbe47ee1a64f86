import { Injectable } from '@nestjs/common';
import { type ChangeOutcome, ChangeSettings } from '../../../features/settings/index.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import type { ShownRecord } from './record-pages.js';
import type { Entries, Reading } from './forms/settings-form.js';
import type { SettingsSection } from './settings-sections.js';
import type { SettingsWorld } from './settings-world.js';

type SaveOutcome = ChangeOutcome | { readonly kind: 'wrong'; readonly errors: readonly FieldError[] };

/** The field that a refusal of the feature is about. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'name-taken': 'name',
  'email-taken': 'email',
  'tariff-version-taken': 'validFrom',
  'tariff-used': 'validFrom',
  'tariff-of-version': 'code',
};

/** Reads a filled form and saves what it stands for. */
@Injectable()
export class SaveRecord {
  constructor(private readonly change: ChangeSettings) {}

  /** Throws `not-found`; before anything is said about what was typed. */
  async assertThere({ form }: SettingsSection, id: number, { context }: SettingsWorld): Promise<void> {
    await this.change.seen(form.record, context.office.id, id);
  }

  /** A record as its form shows it. Throws `not-found`. */
  async entriesOf({ form }: SettingsSection, id: number, world: SettingsWorld): Promise<Entries> {
    const { values } = await this.change.seen(form.record, world.context.office.id, id);
    return form.entriesOf(values, world);
  }

  /** Goes back to the form, shows what it means, or saves it: as the button said that was pressed. */
  async answer(
    button: unknown,
    shown: ShownRecord,
    { approved, world }: { readonly approved: readonly string[]; readonly world: SettingsWorld },
  ): Promise<SaveOutcome | { readonly kind: 'looking' }> {
    if (button === 'back') return { kind: 'looking' };
    if (button !== 'preview') return this.run(shown, approved, world);
    const reading = readingOf(shown, world);
    return reading.kind === 'wrong' ? reading : { kind: 'looking' };
  }

  private async run(
    { section, id, mark, entries }: ShownRecord,
    approved: readonly string[],
    world: SettingsWorld,
  ): Promise<SaveOutcome> {
    const { office, staff, t } = world.context;
    const reading = readingOf({ section, id, entries }, world);
    if (reading.kind === 'wrong') return reading;
    const { values } = reading;
    const { record } = section.form;
    const whose = { officeId: office.id, actor: `staff:${staff.id}`, approved };
    try {
      return await (id === null
        ? this.change.create({ ...whose, record, values: [values] })
        : this.change.replace({ ...whose, record, id, mark, values }));
    } catch (error) {
      const field = error instanceof DomainError ? FIELD_OF[error.code] : undefined;
      if (!(error instanceof DomainError) || field === undefined) throw error;
      return { kind: 'wrong', errors: [{ field, text: t(`errors:${error.code}`) }] };
    }
  }
}

function readingOf(
  { section, id, entries }: Pick<ShownRecord, 'section' | 'id' | 'entries'>,
  world: SettingsWorld,
): Reading<object> {
  const reading = section.form.read(entries, world);
  if (reading.kind === 'wrong' || id === null || !section.refuse) return reading;
  const errors = section.refuse(id, reading.values, world.context);
  return errors.length > 0 ? { kind: 'wrong', errors } : reading;
}
