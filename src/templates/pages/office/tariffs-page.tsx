import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { CostTable, type CostTableView } from '../../components/cost-preview.js';
import { type FactView, Facts } from '../../components/facts.js';

/** One version of a tariff. */
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

interface TariffsProperties {
  readonly tariffs: readonly TariffView[];
  readonly t: Translate;
}

/** The tariffs of the office's interpreters; to look at only. */
export function TariffsPage({ tariffs, t }: TariffsProperties): VNode {
  return (
    <div class="narrow">
      <h1>{t('tariffs:page.title')}</h1>
      <p>{t(tariffs.length === 0 ? 'tariffs:page.none' : 'tariffs:page.lead')}</p>
      <p>
        <a href="/office/worked">{t('worked:office.link')}</a>
      </p>
      {tariffs.map((tariff) => (
        <section key={tariff.id} id={tariff.id} class="card apart" aria-labelledby={`${tariff.id}-name`}>
          <h2 id={`${tariff.id}-name`}>
            {tariff.name} <span class="quiet">{tariff.validity}</span>
          </h2>
          {tariff.source !== null && <p class="hint">{tariff.source}</p>}
          <Facts facts={tariff.facts} />
          <h3 class="apart">{tariff.example}</h3>
          <CostTable view={tariff.cost} t={t} />
          <p>{tariff.calledOff}</p>
        </section>
      ))}
    </div>
  );
}
