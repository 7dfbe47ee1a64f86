import { Injectable } from '@nestjs/common';
import { Audit, type RecordedEntry } from '../../../features/audit/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { SettingsChangeView } from '../../../templates/pages/office/settings/settings-history.js';
import { ActorNames } from '../actor-names.js';
import { differences } from './differences.js';
import type { SettingsForm } from './forms/settings-form.js';
import type { SettingsWorld } from './settings-world.js';

const MOST_SHOWN = 20;

/** Tells who changed a record of the settings, what, and which booked talks lost their place by it. */
@Injectable()
export class SettingsChanges {
  constructor(
    private readonly audit: Audit,
    private readonly actors: ActorNames,
  ) {}

  /** Newest first. */
  async of(form: SettingsForm, id: number, world: SettingsWorld): Promise<SettingsChangeView[]> {
    const { office, t, format } = world.context;
    const subject = { subjectKind: form.record.kind, subjectId: id, limit: MOST_SHOWN };
    const entries = await this.audit.list(office.id, subject);
    const nameOf = await this.actors.of(office.id, t);
    return entries
      .filter(({ action }) => action.startsWith(`${form.record.kind}-`))
      .map((entry) => ({
        key: entry.id,
        at: entry.at.toISOString(),
        when: `${format.numericDate(entry.at)} ${format.time(entry.at)}`,
        what: t(`settings:history.${entry.action.slice(form.record.kind.length + 1)}`),
        who: nameOf(entry.actor),
        facts: factsOf(entry, form, world),
        talks: talksOf(entry, world),
      }));
  }
}

function factsOf(
  { detail }: RecordedEntry,
  form: SettingsForm,
  world: SettingsWorld,
): SettingsChangeView['facts'] {
  const { before, after, personal } = detail as {
    before?: object | null;
    after?: object | null;
    personal?: string[];
  };
  if (!before || !after) return [];
  const entries = { before: form.entriesOf(before, world), after: form.entriesOf(after, world) };
  const hidden = (personal ?? []).map((field) => ({
    label: world.context.t(`settings:field.${field}`),
    before: world.context.t('settings:history.personal'),
    after: world.context.t('settings:history.personal'),
  }));
  return [...differences(form, entries, world), ...hidden];
}

function talksOf({ detail }: RecordedEntry, { context }: SettingsWorld): SettingsChangeView['talks'] {
  const talkIds = Array.isArray(detail['talkIds']) ? (detail['talkIds'] as string[]) : [];
  if (talkIds.length === 0) return null;
  return {
    label: context.t('settings:history.talks', { count: talkIds.length }),
    hrefs: talkIds.map((talkId) => officePaths.talk(talkId)),
  };
}
