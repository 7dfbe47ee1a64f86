import { Injectable } from '@nestjs/common';
import { ChangeSettings, type SeenRecord, SettingsLists } from '../../../features/settings/index.js';
import { roleAllows } from '../../../features/staff/index.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { ConflictPage } from '../../../templates/pages/office/conflict-page.js';
import {
  SettingsFormPage,
  type SettingsFormView,
} from '../../../templates/pages/office/settings/settings-form-page.js';
import { SettingsListPage } from '../../../templates/pages/office/settings/settings-list-page.js';
import { settingsPaths } from '../../../templates/pages/office/settings/settings-paths.js';
import { OfficePages } from '../office-pages.js';
import { differences } from './differences.js';
import type { Entries } from './forms/settings-form.js';
import { RecordExtras } from './record-extras.js';
import { SettingsChanges } from './settings-changes.js';
import type { SettingsSection } from './settings-sections.js';
import type { SettingsWorld } from './settings-world.js';

/** A record in its form; `id` null is not there yet. */
export interface ShownRecord {
  readonly section: SettingsSection;
  readonly id: number | null;
  readonly mark: string;
  readonly entries: Entries;
  readonly errors: readonly FieldError[];
}

/** Pages about one record of the settings. */
@Injectable()
export class RecordPages {
  constructor(
    private readonly pages: OfficePages,
    private readonly changes: SettingsChanges,
    private readonly lists: SettingsLists,
    private readonly change: ChangeSettings,
    private readonly extras: RecordExtras,
  ) {}

  /** All records of a section. */
  async list({ key, rows }: SettingsSection, world: SettingsWorld): Promise<string> {
    const { t, staff } = world.context;
    const title = t(`settings:section.${key}`);
    const view = {
      title,
      lead: t(`settings:lead.${key}`),
      rows: (await rows?.(this.lists, world)) ?? [],
      empty: t(`settings:empty.${key}`),
      create: roleAllows(staff.role, 'settings')
        ? { href: settingsPaths.create(key), label: t(`settings:new.${key}`) }
        : null,
    };
    return this.pages.render(world.context, {
      title,
      current: 'settings',
      body: SettingsListPage({ view, t }),
    });
  }

  /** A record as it is. Throws `not-found`. */
  async shown(section: SettingsSection, id: number, world: SettingsWorld): Promise<string> {
    const { values, mark } = await this.change.seen(section.form.record, world.context.office.id, id);
    const entries = section.form.entriesOf(values, world);
    return this.form({ section, id, mark, entries, errors: [] }, world);
  }

  async form(shown: ShownRecord, world: SettingsWorld): Promise<string> {
    const { section, id, entries, errors } = shown;
    const { staff, t } = world.context;
    const { title, list } = headOf(shown, world);
    const mayChange = roleAllows(staff.role, 'settings');
    const view = {
      title,
      lead: id === null || list === null ? t(`settings:lead.${section.key}`) : null,
      list,
      action: actionOf(section, id),
      csrfToken: staff.csrfToken,
      mark: shown.mark,
      groups: section.form.groups(entries, world),
      errors,
      mayChange,
      backHref: list?.href ?? settingsPaths.overview,
      preview: previewOf(shown, world),
      changes: id === null ? null : await this.changes.of(section.form, id, world),
    };
    const children = id === null ? null : await this.extras.of(section.key, id, world.context);
    return this.pages.render(world.context, {
      title: errors.length > 0 ? t('validation:title', { title }) : title,
      current: 'settings',
      body: SettingsFormPage({ view, t, children }),
    });
  }

  /** Somebody else was faster: both versions. */
  conflict(shown: ShownRecord, now: SeenRecord, world: SettingsWorld): Promise<string> {
    const { section, id, entries } = shown;
    const { t, staff } = world.context;
    const title = t('office:conflict.title');
    const before = section.form.entriesOf(now.values, world);
    const rows = differences(section.form, { before, after: entries }, world);
    const view = {
      title,
      explanation: t('office:conflict.unknown'),
      rows: rows.map(({ label, before: theirs, after: mine }) => ({ label, mine, theirs })),
      action: actionOf(section, id),
      csrfToken: staff.csrfToken,
      fields: Object.entries({ ...entries, mark: now.mark }),
      headings: { mine: t('office:conflict.mine'), theirs: t('office:conflict.theirs') },
      buttons: { mine: t('office:conflict.take-mine'), theirs: t('office:conflict.take-theirs') },
      backHref: actionOf(section, id),
    };
    return this.pages.render(world.context, {
      title,
      current: 'settings',
      body: ConflictPage({ view, t }),
    });
  }
}

/** What is filled in, in words, as far as it can be read. */
function previewOf({ section, entries }: ShownRecord, world: SettingsWorld): SettingsFormView['preview'] {
  if (!section.preview) return null;
  const reading = section.form.read(entries, world);
  const shown = reading.kind === 'read' ? section.preview(reading.values, world) : null;
  return { label: world.context.t(`settings:preview.${section.key}`), shown };
}

/** Where a record is shown and saved. */
export function actionOf({ key, rows }: SettingsSection, id: number | null): string {
  if (rows === null) return settingsPaths.section(key);
  return id === null ? settingsPaths.create(key) : settingsPaths.record(key, id);
}

function headOf(
  { section, id, entries }: ShownRecord,
  { context }: SettingsWorld,
): { title: string; list: { href: string; label: string } | null } {
  const { t } = context;
  const label = t(`settings:section.${section.key}`);
  if (section.rows === null) return { title: label, list: null };
  const name = [entries['firstName'], entries['lastName'], entries['name']].filter(Boolean).join(' ');
  const title = id === null || name === '' ? t(`settings:new.${section.key}`) : name;
  return { title, list: { href: settingsPaths.section(section.key), label } };
}
