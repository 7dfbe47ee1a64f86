import type { VNode } from 'preact';
import type { Translate } from '../../platform/i18n/i18n.js';
import { CostTable, type CostTableView } from './cost-preview.js';
import { type FactView, Facts } from './facts.js';

/** One version of a tariff in words, with what an example costs by it. */
export interface TariffView {
  readonly id: string;
  readonly name: string;
  readonly validity: string;
  readonly source: string | null;
  readonly facts: readonly FactView[];
  readonly example: string;
  readonly cost: CostTableView;
  readonly calledOff: string;
}

/** Its rules, its example, and where it is changed. */
export function TariffCard(properties: { readonly tariff: TariffView; readonly t: Translate }): VNode {
  const { tariff, t } = properties;
  return (
    <section id={tariff.id} class="card apart" aria-labelledby={`${tariff.id}-name`}>
      <h2 id={`${tariff.id}-name`}>
        {tariff.name} <span class="quiet">{tariff.validity}</span>
      </h2>
      {tariff.source !== null && <p class="hint">{tariff.source}</p>}
      <Facts facts={tariff.facts} />
      <h3 class="apart">{tariff.example}</h3>
      <CostTable view={tariff.cost} t={t} />
      <p>{tariff.calledOff}</p>
    </section>
  );
}
