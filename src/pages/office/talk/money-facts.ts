import type { BilledCancellation, VisitMoney } from '../../../features/tariffs/index.js';
import type { FactView } from '../../../templates/components/facts.js';
import type { OfficeContext } from '../office-context.js';
import { francs } from '../tariffs/cost-words.js';

/** What the interpreter's visit costs that a talk is part of, and what was due when its time was given up. */
export function moneyFacts(
  visit: VisitMoney | undefined,
  cancellations: readonly BilledCancellation[],
  { t, format }: OfficeContext,
): FactView[] {
  const { planned = null, actual = null } = visit ?? {};
  const lines = [
    ...(planned ? [t('worked:talk.planned', { amount: francs(planned.total, t) })] : []),
    ...(actual ? [t('worked:talk.actual', { amount: francs(actual.total, t) })] : []),
    ...cancellations.map(({ event, givenUpAt, startsAt, cost }) =>
      t(`worked:talk.${event}`, {
        amount: francs(cost.total, t),
        day: format.shortDay(startsAt),
        when: `${format.shortDay(givenUpAt)} ${format.time(givenUpAt)}`,
      }),
    ),
  ];
  return lines.length === 0 ? [] : [{ term: t('worked:talk.cost'), lines }];
}
