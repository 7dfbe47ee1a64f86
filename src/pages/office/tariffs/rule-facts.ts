import type { TariffVersion } from '../../../features/tariffs/index.js';
import { weekdayNames } from '../../../platform/i18n/weekday-names.js';
import type { FactView } from '../../../templates/components/facts.js';
import type { OfficeContext } from '../office-context.js';
import { francs } from './cost-words.js';
import { expressWords, stepWords } from './deadline-words.js';

type Rules = TariffVersion['rules'];
type T = OfficeContext['t'];

const MODES = ['onsite', 'phone', 'video'] as const;

/** The rules of a version in words; what does not apply is left out. */
export function ruleFacts(rules: Rules, context: OfficeContext): FactView[] {
  const { t } = context;
  const fact = (rule: string, lines: readonly string[]): FactView[] =>
    lines.length === 0 ? [] : [{ term: t(`tariffs:rule.${rule}`), lines }];
  const { express, newVisitAfterMinutes: minutes } = rules;
  return [
    ...MODES.flatMap((mode) => {
      const price = rules.prices[mode];
      return price ? fact(mode, [priceWords(price, t)]) : [];
    }),
    ...fact('visit-flat', rules.visitFlat > 0 ? [francs(rules.visitFlat, t)] : []),
    ...fact('start', [t(`tariffs:value.${rules.countsFromAgreedStart ? 'agreed-start' : 'real-start'}`)]),
    ...fact('unused', [t('tariffs:value.percent', { percent: rules.unusedPercent })]),
    ...fact('waiting', [t(`tariffs:value.${rules.waiting === 'worked' ? 'like-work' : 'like-unused'}`)]),
    ...fact('travel', travelWords(rules.travel, t)),
    ...fact('new-visit', minutes === null ? [] : [t('tariffs:value.wait', { minutes })]),
    ...fact('express', express ? [expressWords(express, t)] : []),
    ...fact(
      'surcharge',
      rules.surcharges.map((surcharge) => surchargeWords(surcharge, context)),
    ),
    ...fact('cancellation', cancellationWords(rules, t)),
    ...fact('postponement', [
      t(`tariffs:value.${rules.postponement === 'free' ? 'free' : 'like-cancellation'}`),
    ]),
    ...fact('rounding', rules.totalStep === 5 ? [t('tariffs:value.five')] : []),
  ];
}

function priceWords(price: NonNullable<Rules['prices']['onsite']>, t: T): string {
  return price.kind === 'hourly'
    ? t('tariffs:value.hourly', {
        rate: francs(price.hourly, t),
        minimum: price.minMinutes,
        step: price.stepMinutes,
      })
    : t('tariffs:value.call', {
        flat: francs(price.flat, t),
        minutes: price.includedMinutes,
        perMinute: francs(price.perMinute, t),
      });
}

function travelWords(travel: Rules['travel'], t: T): string[] {
  if (travel.kind === 'hourly') return [t('tariffs:value.by-time', { rate: francs(travel.hourly, t) })];
  if (travel.kind === 'flat') {
    const { far } = travel;
    const farWords =
      far && t('tariffs:value.far', { kilometres: far.fromKilometres, rate: francs(far.hourly, t) });
    return [francs(travel.amount, t), ...(farWords ? [farWords] : [])];
  }
  const zones = travel.zones.map(({ places, amount }) =>
    t('tariffs:value.zone', { places: places.join(', '), amount: francs(amount, t) }),
  );
  const elsewhere = travel.elsewhere === null ? '?' : francs(travel.elsewhere, t);
  return [...zones, t('tariffs:value.elsewhere', { amount: elsewhere })];
}

function surchargeWords(
  { name, hours, percent, hourly }: Rules['surcharges'][number],
  context: OfficeContext,
): string {
  const { t } = context;
  const more =
    percent > 0
      ? t('tariffs:value.percent', { percent })
      : t('tariffs:value.by-time', { rate: francs(hourly, t) });
  return t('tariffs:value.surcharge', {
    name: t(`tariffs:surcharge.${name}`),
    hours: hours.map((one) => hoursWords(one, context)).join('; '),
    more: `+ ${more}`,
  });
}

function hoursWords(
  { days, from, until }: Rules['surcharges'][number]['hours'][number],
  { t, bcp47 }: OfficeContext,
): string {
  const names = weekdayNames(bcp47);
  const words = days.map((day) => (day === 'holiday' ? t('tariffs:holiday') : (names[day - 1] ?? '')));
  return `${words.join(', ')} ${from}–${until}`;
}

function cancellationWords({ cancellation }: Rules, t: T): string[] {
  if (cancellation.length === 0) return [t('tariffs:value.free')];
  return cancellation.map((step) => stepWords(step, t));
}
