import type { VNode } from 'preact';
import { DomainError } from '../../../platform/errors/domain-error.js';
import type { AccountSettings, SettingsLists } from '../../../features/settings/index.js';
import type { Access } from '../../../features/staff/index.js';
import type { BadgeView } from '../../../templates/components/badge.js';
import type { FieldError } from '../../../templates/components/error-summary.js';
import { settingsPaths } from '../../../templates/pages/office/settings/settings-paths.js';
import type { SettingsRowView } from '../../../templates/pages/office/settings/settings-list-page.js';
import type { OfficeContext } from '../office-context.js';
import { accountForm } from './forms/account.form.js';
import { caseworkerForm } from './forms/caseworker.form.js';
import { interpreterForm } from './forms/interpreter.form.js';
import { ladderForm } from './forms/ladder.form.js';
import { officeForm } from './forms/office.form.js';
import { policiesForm } from './forms/policies.form.js';
import { roomForm } from './forms/room.form.js';
import type { Entries, SettingsForm } from './forms/settings-form.js';
import { siteForm } from './forms/site.form.js';
import { nextVersion, tariffForm } from './forms/tariff/tariff.form.js';
import type { SettingsWorld } from './settings-world.js';
import { tariffPreview } from './tariff-preview.js';
import { tariffRows } from './tariff-rows.js';

/** A section with a list of records, or with the one record that every office has. */
export interface SettingsSection {
  readonly key: string;
  readonly form: SettingsForm;
  /** Who may look at it; left out: whoever plans. */
  readonly access?: Access;
  /** What speaks against values that are right in themselves. */
  refuse?(id: number, values: object, context: OfficeContext): FieldError[];
  /** What the values mean, beside the form. */
  preview?(values: object, world: SettingsWorld): VNode;
  /** A new record that begins like this one. */
  copy?(entries: Entries): Entries;
  readonly rows: ((lists: SettingsLists, world: SettingsWorld) => Promise<SettingsRowView[]>) | null;
}

type Row = Omit<SettingsRowView, 'href' | 'badges'> & {
  readonly id: number;
  readonly active: boolean;
  readonly badges?: readonly BadgeView[];
};

/** Every section whose records have a form. */
const settingsSections: readonly SettingsSection[] = [
  { key: 'office', form: officeForm, rows: null },
  { key: 'policies', form: policiesForm, rows: null },
  { key: 'ladder', form: ladderForm, rows: null },
  {
    key: 'sites',
    form: siteForm,
    rows: async (lists, world) =>
      (await lists.sites(world.context.office.id)).map((site) =>
        rowOf('sites', world, {
          ...site,
          facts: world.context.t('settings:facts.site', {
            address: [site.street, site.town].filter(Boolean).join(', '),
            rooms: site.rooms,
            days: site.openDays,
          }),
        }),
      ),
  },
  {
    key: 'rooms',
    form: roomForm,
    rows: async (lists, world) =>
      (await lists.rooms(world.context.office.id)).map((room) => {
        const { t } = world.context;
        const equipment = [
          ...(room.stepFree ? [t('office:step-free')] : []),
          ...(room.video ? [t('settings:facts.video')] : []),
        ];
        const seats = t('settings:facts.seats', { count: room.seats });
        return rowOf('rooms', world, { ...room, facts: [room.siteName, seats, ...equipment].join(' · ') });
      }),
  },
  {
    key: 'caseworkers',
    form: caseworkerForm,
    rows: async (lists, world) =>
      (await lists.caseworkers(world.context.office.id)).map((person) => {
        const days = world.context.t('settings:facts.days', { count: person.workDays });
        return rowOf('caseworkers', world, {
          ...person,
          facts: [spoken(person.languages, world), days].filter(Boolean).join(' · '),
        });
      }),
  },
  {
    key: 'interpreters',
    form: interpreterForm,
    rows: async (lists, world) =>
      (await lists.interpreters(world.context.office.id)).map((person) => {
        const { t } = world.context;
        const tier = t('settings:facts.tier', { tier: person.tier });
        const badge = (key: string): BadgeView => ({
          tone: 'change',
          symbol: '⚠',
          text: t(`settings:state.${key}`),
        });
        return rowOf('interpreters', world, {
          ...person,
          facts: [spoken(person.languages, world), tier].filter(Boolean).join(' · '),
          badges: [
            ...(person.isSworn ? [] : [badge('not-sworn')]),
            ...(person.isFeedStale ? [badge('feed-stale')] : []),
          ],
        });
      }),
  },
  {
    key: 'tariffs',
    form: tariffForm,
    preview: tariffPreview,
    copy: nextVersion,
    rows: tariffRows,
  },
  {
    key: 'accounts',
    form: accountForm,
    access: 'settings',
    refuse: refuseOwnAccount,
    rows: async (lists, world) =>
      (await lists.accounts(world.context.office.id)).map((account) => {
        const role = world.context.t(`office:role.${account.role}`);
        return rowOf('accounts', world, { ...account, facts: `${role} · ${account.email}` });
      }),
  },
];

/** Throws `not-found` when there is no such section. */
export function sectionNamed(key: string): SettingsSection {
  const section = settingsSections.find((one) => one.key === key);
  if (!section) throw new DomainError('not-found', 'not-found');
  return section;
}

/** Nobody locks themselves out: so there is always an administrator left. */
function refuseOwnAccount(id: number, values: object, { staff, t }: OfficeContext): FieldError[] {
  const { role, active } = values as AccountSettings;
  if (id !== staff.id || (active && role === staff.role)) return [];
  return [{ field: active ? 'role' : 'active', text: t('settings:error.own-account') }];
}

function rowOf(section: string, { context }: SettingsWorld, row: Row): SettingsRowView {
  const state: BadgeView = row.active
    ? { tone: 'good', symbol: '●', text: context.t('settings:state.active') }
    : { tone: 'off', symbol: '○', text: context.t('settings:state.inactive') };
  return {
    href: settingsPaths.record(section, row.id),
    name: row.name,
    facts: row.facts,
    badges: [state, ...(row.badges ?? [])],
  };
}

function spoken(languages: readonly string[], { languageNames }: SettingsWorld): string {
  return languages.map((code) => languageNames.get(code) ?? code).join(', ');
}
