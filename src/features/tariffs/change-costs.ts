import { Injectable } from '@nestjs/common';
import {
  costOfChange,
  visitCost,
  type ChangeCost,
  type PricedVisit,
  type TariffTerms,
} from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Offices } from '../offices/index.js';
import type { TalkChoice } from '../talks/index.js';
import { BookedVisits, type BookedTalk, type BookedVisit } from './booked-visits.js';
import { officeCalendar } from './office-calendar.js';
import { TariffQueries } from './tariff.queries.js';
import type { TariffVersion } from './tariff-version.js';

/** What a change of a talk costs because of its interpreter, had it been made now. */
export interface ChangePreview {
  readonly interpreterId: number;
  readonly interpreterName: string;
  readonly tariff: Pick<TariffVersion, 'code' | 'name' | 'validFrom'>;
  /** What is paid and not used: in Rappen, now and by when. */
  readonly cost: ChangeCost;
  /** What the rest of the visit costs, and what the whole visit would have cost; null when nothing is left of it. */
  readonly visit: { readonly before: number; readonly after: number } | null;
}

/** There is nothing to compute. */
export interface Unpriced {
  readonly interpreterId: number;
  readonly interpreterName: string;
  readonly tariff: null;
  /** `not-agreed`: the interpreter has not said yes, so nothing is due; `no-tariff`: none is valid on that day. */
  readonly why: 'not-agreed' | 'no-tariff';
}

/** Previews what it costs to call a talk off or to move it; changes nothing. */
@Injectable()
export class ChangeCosts {
  constructor(
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly tariffs: TariffQueries,
    private readonly visits: BookedVisits,
  ) {}

  /** Undefined when the talk has no interpreter or is not coming. */
  ofCancelling(officeId: number, talkId: string): Promise<ChangePreview | Unpriced | undefined> {
    return this.preview(officeId, talkId, []);
  }

  /** Counts the new time as far as the same interpreter comes; undefined as above. */
  async ofMoving(
    officeId: number,
    talkId: string,
    choice: TalkChoice,
  ): Promise<ChangePreview | Unpriced | undefined> {
    const { policies } = await this.offices.get(officeId);
    const { startsAt, interpreterId, interpreterMode, roomId } = choice;
    if (interpreterId === null || interpreterMode === null) return this.preview(officeId, talkId, []);
    const start = new Date(startsAt);
    const endsAt = new Date(start.getTime() + policies.talkMinutes * 60_000);
    const place = interpreterMode === 'onsite' ? await this.visits.townOf(officeId, roomId) : '';
    const talk = { id: talkId, startsAt: start, endsAt };
    return this.preview(officeId, talkId, [{ interpreterId, mode: interpreterMode, place, talk }]);
  }

  private async preview(
    officeId: number,
    talkId: string,
    moved: readonly MovedTalk[],
  ): Promise<ChangePreview | Unpriced | undefined> {
    const visit = await this.visits.of(officeId, talkId);
    if (!visit) return undefined;
    const { interpreterId, interpreterName, tariffCode, day } = visit;
    const unpriced = { interpreterId, interpreterName, tariff: null } as const;
    if (!visit.isAgreed) return { ...unpriced, why: 'not-agreed' };
    const tariff = await this.tariffs.on(tariffCode, day);
    if (!tariff) return { ...unpriced, why: 'no-tariff' };
    const terms = { rules: tariff.rules, calendar: officeCalendar(await this.offices.get(officeId), day) };
    const rest = visit.talks.filter(({ id }) => id !== talkId);
    const kept = moved.filter((one) => one.interpreterId === interpreterId);
    return {
      interpreterId,
      interpreterName,
      tariff,
      cost: costOfChange(
        { before: priced(visit, visit.talks), after: after(visit, rest, kept), at: this.now() },
        terms,
      ),
      visit: rest.length === 0 ? null : moneyOf(visit, rest, terms),
    };
  }

  /** A minute that has begun counts as over: no deadline is promised that has just passed. */
  private now(): string {
    const minutes = Math.ceil(this.clock.now().getTime() / 60_000);
    return instant(new Date(minutes * 60_000));
  }
}

interface MovedTalk extends Pick<BookedVisit, 'interpreterId' | 'mode' | 'place'> {
  readonly talk: BookedTalk;
}

function moneyOf(
  visit: BookedVisit,
  rest: readonly BookedTalk[],
  terms: TariffTerms,
): ChangePreview['visit'] {
  return {
    before: visitCost(priced(visit, visit.talks), terms).total,
    after: visitCost(priced(visit, rest), terms).total,
  };
}

/** What remains of a visit, with the moved talk where it goes on in the same place and way. */
function after(visit: BookedVisit, rest: readonly BookedTalk[], moved: readonly MovedTalk[]): PricedVisit[] {
  const isHere = ({ mode, place }: MovedTalk): boolean => mode === visit.mode && place === visit.place;
  const here = [...rest, ...moved.filter(isHere).map(({ talk }) => talk)];
  const elsewhere = moved.filter((one) => !isHere(one)).map((one) => priced(one, [one.talk]));
  return here.length === 0 ? elsewhere : [priced(visit, here), ...elsewhere];
}

function priced(
  { mode, place }: Pick<BookedVisit, 'mode' | 'place'>,
  talks: readonly BookedTalk[],
): PricedVisit {
  const sorted = [...talks].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return {
    mode,
    place,
    orderedAt: null,
    journey: null,
    talks: sorted.map(({ startsAt, endsAt }) => ({ from: instant(startsAt), to: instant(endsAt) })),
  };
}

/** Full minutes, `2026-12-01T08:00Z`. */
function instant(date: Date): string {
  return `${date.toISOString().slice(0, 16)}Z`;
}
