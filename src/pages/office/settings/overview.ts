import { type Access, type Role, roleAllows } from '../../../features/staff/index.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import type { SettingsOverviewView } from '../../../templates/pages/office/settings/settings-overview-page.js';
import { settingsPaths } from '../../../templates/pages/office/settings/settings-paths.js';

interface OverviewLink {
  readonly key: string;
  readonly href: string;
  readonly access?: Access;
}

const section = (key: string): OverviewLink => ({ key, href: settingsPaths.section(key) });

const groups: Readonly<Record<string, readonly OverviewLink[]>> = {
  office: [
    section('office'),
    section('policies'),
    section('ladder'),
    { key: 'weights', href: settingsPaths.weights },
    { key: 'accounts', href: settingsPaths.accounts, access: 'settings' },
  ],
  places: [section('sites'), section('rooms'), { key: 'closings', href: settingsPaths.closings }],
  people: [
    section('caseworkers'),
    { key: 'absences', href: settingsPaths.absences },
    section('interpreters'),
    section('tariffs'),
    { key: 'worked', href: '/office/worked' },
  ],
  languages: [
    { key: 'languages', href: settingsPaths.languages },
    { key: 'texts', href: '/office/texts' },
  ],
};

/** The sections that a role may look at, in groups. */
export function overviewGroups(role: Role, t: Translate): SettingsOverviewView['groups'] {
  return Object.entries(groups).map(([group, links]) => ({
    title: t(`settings:overview.${group}`),
    links: links
      .filter(({ access = 'plan' }) => roleAllows(role, access))
      .map(({ key, href }) => ({
        href,
        label: t(`settings:section.${key}`),
        below: t(`settings:overview-below.${key}`),
      })),
  }));
}
