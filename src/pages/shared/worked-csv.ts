import type { BillingList } from '../../features/interpreters/index.js';
import type { DateFormat } from '../../platform/i18n/date-format.js';
import { languageName } from '../../platform/i18n/language-name.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import { csvOf } from './csv.js';

const HEAD = [
  'kind',
  'interpreter',
  'day',
  'place',
  'references',
  'languages',
  'agreed',
  'agreed-minutes',
  'reported',
  'reported-minutes',
  'confirmed',
  'confirmed-minutes',
  'tariff',
  'planned-amount',
  'actual-amount',
  'note',
] as const;

interface Words {
  readonly t: Translate;
  readonly format: DateFormat;
  readonly bcp47: string;
}

/** One month for billing: one line a visit and one for each cancellation that costs something; amounts in francs. */
export function workedCsv({ visits, cancellations }: BillingList, words: Words): string {
  const head = HEAD.map((key) => words.t(`worked:column.${key}`));
  return csvOf([
    head,
    ...visits.map((visit) => visitLine(visit, words)),
    ...cancellations.map((one) => cancellationLine(one, words)),
  ]);
}

function visitLine(visit: BillingList['visits'][number], { t, format, bcp47 }: Words): string[] {
  const { money } = visit;
  return [
    t('worked:kind.visit'),
    visit.interpreterName,
    format.numericDate(visit.agreedFrom),
    visit.place,
    visit.references.join(', '),
    visit.languages.map((code) => languageName(code, bcp47)).join(', '),
    ...range(visit.agreedFrom, visit.agreedUntil, format),
    ...range(visit.reportedFrom, visit.reportedUntil, format),
    ...range(visit.confirmedFrom, visit.confirmedUntil, format),
    money?.tariffName ?? '',
    francs(money?.planned?.total),
    francs(money?.actual?.total),
    visit.note,
  ];
}

function cancellationLine(one: BillingList['cancellations'][number], { t, format }: Words): string[] {
  const givenUp = `${format.numericDate(one.givenUpAt)} ${format.time(one.givenUpAt)}`;
  return [
    t(`worked:kind.${one.event}`),
    one.interpreterName,
    format.numericDate(one.startsAt),
    one.place,
    one.reference,
    '',
    ...range(one.startsAt, one.endsAt, format),
    ...Array.from({ length: 4 }, () => ''),
    one.tariffName,
    '',
    francs(one.cost.total),
    t('worked:given-up', { when: givenUp }),
  ];
}

function range(from: Date | null, until: Date | null, format: DateFormat): string[] {
  return from && until
    ? [format.timeRange(from, until), String((until.getTime() - from.getTime()) / 60_000)]
    : ['', ''];
}

function francs(rappen: number | undefined): string {
  return rappen === undefined ? '' : (rappen / 100).toFixed(2);
}
