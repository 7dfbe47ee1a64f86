import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { TariffCard, type TariffView } from '../../components/tariff-card.js';
import { settingsPaths } from './settings/settings-paths.js';

interface TariffsProperties {
  readonly tariffs: readonly TariffView[];
  readonly t: Translate;
}

/** The tariffs of the office in words. */
export function TariffsPage({ tariffs, t }: TariffsProperties): VNode {
  return (
    <div class="narrow">
      <h1>{t('tariffs:page.title')}</h1>
      <p>{t(tariffs.length === 0 ? 'tariffs:page.none' : 'tariffs:page.lead')}</p>
      <ul class="plain-list">
        <li>
          <a href={settingsPaths.section('tariffs')}>{t('tariffs:page.change')}</a>
        </li>
        <li>
          <a href="/office/worked">{t('worked:office.link')}</a>
        </li>
      </ul>
      {tariffs.map((tariff) => (
        <TariffCard key={tariff.id} tariff={tariff} t={t} />
      ))}
    </div>
  );
}
