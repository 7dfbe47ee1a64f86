import type { VNode } from 'preact';
import type { TariffSettings } from '../../../features/settings/index.js';
import { tariffExample } from '../../../features/tariffs/index.js';
import { TariffCard } from '../../../templates/components/tariff-card.js';
import { tariffView } from '../tariffs/tariff.view.js';
import type { SettingsWorld } from './settings-world.js';

/** A version as it is filled in, in words, and what an example visit costs by it. */
export function tariffPreview(values: object, { context }: SettingsWorld): VNode {
  const example = tariffExample(values as TariffSettings, context.office, context.today);
  const tariff = { ...tariffView(example, context), id: 'preview' };
  return TariffCard({ tariff, t: context.t });
}
