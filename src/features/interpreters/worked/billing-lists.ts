import { Injectable } from '@nestjs/common';
import { VisitCostQueries, type BilledCancellation, type VisitMoney } from '../../tariffs/index.js';
import { WorkedTimes, type WorkedVisit } from './worked-times.js';

/** A visit that is over, with what it costs; money null: it was never priced. */
interface BilledVisit extends WorkedVisit {
  readonly money: VisitMoney | null;
}

/** A month for billing, by start. */
export interface BillingList {
  readonly visits: readonly BilledVisit[];
  /** Agreed time of this month that was given up too late. */
  readonly cancellations: readonly BilledCancellation[];
  /** In Rappen: what both sides have confirmed, what is only planned so far, and what was given up. */
  readonly totals: { readonly actual: number; readonly planned: number; readonly cancelled: number };
}

type Whose = { readonly officeId: number } | { readonly interpreterId: number };

/** What interpreters are paid for a month: visits with their times, and what is due for cancellations. */
@Injectable()
export class BillingLists {
  constructor(
    private readonly worked: WorkedTimes,
    private readonly costs: VisitCostQueries,
  ) {}

  /**
   * Of everybody who worked for an office, or of one interpreter for all offices.
   * @param month `2027-01` @param only of an office's list the lines of this interpreter alone
   */
  async of(whose: Whose, month: string, only?: number): Promise<BillingList> {
    const worked =
      'officeId' in whose
        ? await this.worked.ofOffice(whose.officeId, month)
        : await this.worked.ofInterpreter(whose.interpreterId, month);
    const money = new Map((await this.costs.ofMonth(whose, month)).map((one) => [one.visitId, one]));
    const isAsked = ({ interpreterId }: { interpreterId: number }): boolean =>
      only === undefined || interpreterId === only;
    const visits = worked
      .filter(isAsked)
      .map((visit) => ({ ...visit, money: money.get(visit.visitId) ?? null }));
    const cancellations = (await this.costs.cancellationsOfMonth(whose, month)).filter(isAsked);
    return { visits, cancellations, totals: totalsOf(visits, cancellations) };
  }
}

function totalsOf(
  visits: readonly BilledVisit[],
  cancellations: readonly BilledCancellation[],
): BillingList['totals'] {
  const open = visits.filter(({ money }) => !money?.actual);
  return {
    actual: sum(visits.map(({ money }) => money?.actual?.total ?? 0)),
    planned: sum(open.map(({ money }) => money?.planned?.total ?? 0)),
    cancelled: sum(cancellations.map(({ cost }) => cost.total)),
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
