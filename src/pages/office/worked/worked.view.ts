import type { BillingList } from '../../../features/interpreters/index.js';
import type { OfficeWorkedView } from '../../../templates/pages/office/worked-page.js';
import { monthName, neighbours } from '../../shared/month.js';
import type { OfficeContext } from '../office-context.js';
import { costTable, francs } from '../tariffs/cost-words.js';

/** What the page is asked to show. */
interface Shown {
  readonly month: string;
  /** undefined: everybody. */
  readonly interpreter: number | undefined;
  readonly interpreters: readonly { readonly id: number; readonly name: string }[];
}

/** The interpreter of an address or a form; undefined for everybody. */
export function interpreterOf({ interpreter }: Readonly<Record<string, unknown>>): number | undefined {
  return typeof interpreter === 'string' && /^[1-9]\d{0,8}$/.test(interpreter)
    ? Number(interpreter)
    : undefined;
}

/** The page, or with `file` its list, of a month and perhaps of one interpreter. */
export function workedHref(month: string, interpreter: number | undefined, file = ''): string {
  const whose = interpreter === undefined ? '' : `&interpreter=${interpreter}`;
  return `/office/worked${file}?month=${month}${whose}`;
}

/** One month of visits and cancellations in words. */
export function workedView(
  { visits, cancellations, totals }: BillingList,
  { month, interpreter, interpreters }: Shown,
  context: OfficeContext,
): OfficeWorkedView {
  const { t, staff, bcp47 } = context;
  const { before, after } = neighbours(month);
  const name = interpreters.find(({ id }) => id === interpreter)?.name;
  const shownMonth = monthName(month, bcp47);
  return {
    csrfToken: staff.csrfToken,
    month,
    monthName: shownMonth,
    beforeHref: workedHref(before, interpreter),
    afterHref: workedHref(after, interpreter),
    csvHref: workedHref(month, interpreter, '/list.csv'),
    csvLabel: t(name === undefined ? 'worked:csv' : 'worked:office.csv-one', {
      month: shownMonth,
      name: name ?? '',
    }),
    whose: {
      name: 'interpreter',
      label: t('worked:office.who'),
      value: interpreter === undefined ? '' : String(interpreter),
      options: [
        { value: '', label: t('worked:office.everybody') },
        ...interpreters.map((one) => ({ value: String(one.id), label: one.name })),
      ],
    },
    visits: visits.map((visit) => visitView(visit, context)),
    cancellations: cancellations.map((one) => cancellationView(one, context)),
    total: t('worked:money.total', {
      actual: francs(totals.actual, t),
      planned: francs(totals.planned, t),
      cancelled: francs(totals.cancelled, t),
    }),
  };
}

function visitView(
  visit: BillingList['visits'][number],
  { format, t }: OfficeContext,
): OfficeWorkedView['visits'][number] {
  const range = (from: Date | null, until: Date | null): string | null =>
    from && until ? format.timeRange(from, until) : null;
  const agreed = format.timeRange(visit.agreedFrom, visit.agreedUntil);
  const reported = range(visit.reportedFrom, visit.reportedUntil);
  const confirmed = range(visit.confirmedFrom, visit.confirmedUntil);
  return {
    id: visit.visitId,
    day: format.shortDay(visit.agreedFrom),
    interpreter: visit.interpreterName,
    place: visit.place,
    agreed,
    reported,
    differs: reported !== null && reported !== (confirmed ?? agreed),
    confirmed,
    note: visit.note,
    from: format.time(visit.confirmedFrom ?? visit.reportedFrom ?? visit.agreedFrom),
    until: format.time(visit.confirmedUntil ?? visit.reportedUntil ?? visit.agreedUntil),
    money: moneyView(visit.money, t),
  };
}

function moneyView(
  money: BillingList['visits'][number]['money'],
  t: OfficeContext['t'],
): OfficeWorkedView['visits'][number]['money'] {
  const { actual = null, planned = null } = money ?? {};
  const cost = actual ?? planned;
  if (!cost) return { text: t('worked:money.none'), isPlanned: true, table: null };
  const amount = francs(cost.total, t);
  return {
    text: t(actual ? 'worked:money.actual' : 'worked:money.planned', { amount }),
    isPlanned: !actual,
    table: costTable(cost, t),
  };
}

function cancellationView(
  one: BillingList['cancellations'][number],
  { format, t }: OfficeContext,
): OfficeWorkedView['cancellations'][number] {
  return {
    id: one.id,
    day: `${format.shortDay(one.startsAt)}, ${format.timeRange(one.startsAt, one.endsAt)}`,
    interpreter: one.interpreterName,
    reference: one.reference,
    kind: t(`worked:kind.${one.event}`),
    givenUp: `${format.shortDay(one.givenUpAt)} ${format.time(one.givenUpAt)}`,
    amount: francs(one.cost.total, t),
    table: costTable(one.cost, t),
  };
}
