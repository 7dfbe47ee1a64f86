import type { TariffExample } from '../../../features/tariffs/index.js';
import type { TariffView } from '../../../templates/components/tariff-card.js';
import type { OfficeContext } from '../office-context.js';
import { costTable, francs, momentWords, numericDay } from './cost-words.js';
import { ruleFacts } from './rule-facts.js';

/** One version of a tariff in words, with an example. */
export function tariffView(example: TariffExample, context: OfficeContext): TariffView {
  const { version, visit, startsAt, endsAt } = example;
  const { t, format } = context;
  const when = `${format.shortDay(startsAt)}, ${format.timeRange(startsAt, endsAt)}`;
  return {
    id: `${version.code}-${version.validFrom}`,
    name: version.name,
    validity: validityWords(version, t),
    source: version.source === '' ? null : t('tariffs:page.source', { source: version.source }),
    facts: ruleFacts(version.rules, context),
    example: t('tariffs:page.example', { when }),
    cost: costTable(visit, t),
    calledOff: t('tariffs:page.called-off', { prices: priceWords(example, context) }),
  };
}

function validityWords({ validFrom, validUntil }: TariffExample['version'], t: OfficeContext['t']): string {
  const from = numericDay(validFrom);
  return validUntil === null
    ? t('tariffs:page.valid-from', { from })
    : t('tariffs:page.valid-until', { from, until: numericDay(validUntil) });
}

function priceWords({ calledOff }: TariffExample, { t, format }: OfficeContext): string {
  const words = calledOff.map(({ until, total }, index) => {
    const amount = francs(total, t);
    return index === calledOff.length - 1
      ? t('tariffs:page.start', { amount })
      : t('tariffs:cost.until', { when: momentWords(until, format), amount });
  });
  return words.join('; ');
}
