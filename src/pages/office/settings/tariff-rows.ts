import type { ListedTariff, SettingsLists } from '../../../features/settings/index.js';
import type { BadgeView } from '../../../templates/components/badge.js';
import type { SettingsRowView } from '../../../templates/pages/office/settings/settings-list-page.js';
import { settingsPaths } from '../../../templates/pages/office/settings/settings-paths.js';
import { numericDay } from '../tariffs/cost-words.js';
import type { SettingsWorld } from './settings-world.js';

/** The versions of the office's tariffs; those of several offices are shown and not opened. */
export async function tariffRows(
  lists: SettingsLists,
  { context }: SettingsWorld,
): Promise<SettingsRowView[]> {
  const { office, today, t } = context;
  const tariffs = await lists.tariffs(office.id, today);
  return tariffs.map((tariff) => ({
    href: tariff.isOwn ? settingsPaths.record('tariffs', tariff.id) : null,
    name: tariff.name,
    facts: [
      tariff.validUntil === null
        ? t('tariffs:page.valid-from', { from: numericDay(tariff.validFrom) })
        : t('tariffs:page.valid-until', {
            from: numericDay(tariff.validFrom),
            until: numericDay(tariff.validUntil),
          }),
      t('tariffs:page.interpreters', { count: tariff.interpreters }),
    ].join(' · '),
    badges: [stateOf(tariff, today, t)],
  }));
}

function stateOf({ active, validFrom }: ListedTariff, today: string, t: (key: string) => string): BadgeView {
  if (active) return { tone: 'good', symbol: '●', text: t('tariffs:state.holds') };
  if (validFrom > today) return { tone: 'plain', symbol: '○', text: t('tariffs:state.comes') };
  return { tone: 'off', symbol: '○', text: t('tariffs:state.over') };
}
