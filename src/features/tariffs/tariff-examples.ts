import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { cancellationCost, visitCost, type ChangeCost, type PricedVisit } from '../../scheduling/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Office, Offices } from '../offices/index.js';
import { officeCalendar } from './office-calendar.js';
import { TariffQueries } from './tariff.queries.js';
import type { TariffVersion } from './tariff-version.js';

/** A version of a tariff, and what one visit costs by it: two talks of 45 minutes on site, 15 minutes apart. */
export interface TariffExample {
  readonly version: TariffVersion;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly visit: ReturnType<typeof visitCost>;
  /** What calling the visit off costs up to each moment. */
  readonly calledOff: ChangeCost['prices'];
}

/** Shows what the tariffs of an office mean. */
@Injectable()
export class TariffExamples {
  constructor(
    private readonly clock: Clock,
    private readonly offices: Offices,
    private readonly tariffs: TariffQueries,
  ) {}

  /** By name and date; the example is on Tuesday of next week at 9:00. */
  async ofOffice(officeId: number): Promise<TariffExample[]> {
    const office = await this.offices.get(officeId);
    const now = Temporal.Instant.fromEpochMilliseconds(this.clock.now().getTime());
    const today = now.toZonedDateTimeISO(office.timeZone).toPlainDate().toString();
    const versions = await this.tariffs.ofOffice(officeId);
    return versions.map((version) => tariffExample(version, office, today));
  }
}

/** @param today local date `YYYY-MM-DD`; the example is on Tuesday of the week after it at 9:00 */
export function tariffExample(version: TariffVersion, office: Office, today: string): TariffExample {
  const day = Temporal.PlainDate.from(today);
  const { timeZone } = office;
  const start = day.add({ days: 9 - day.dayOfWeek }).toZonedDateTime({ timeZone, plainTime: '09:00' });
  const terms = {
    rules: version.rules,
    calendar: officeCalendar(office, start.toPlainDate().toString()),
  };
  const after = (minutes: number): string =>
    start.add({ minutes }).toInstant().toString({ smallestUnit: 'minute' });
  const { travel } = version.rules;
  const visit: PricedVisit = {
    mode: 'onsite',
    place: travel.kind === 'zones' ? (travel.zones[0]?.places[0] ?? '') : '',
    orderedAt: null,
    journey: null,
    talks: [
      { from: after(0), to: after(45) },
      { from: after(60), to: after(105) },
    ],
  };
  return {
    version,
    startsAt: new Date(after(0)),
    endsAt: new Date(after(105)),
    visit: visitCost(visit, terms),
    calledOff: cancellationCost(visit, after(0), terms).prices,
  };
}
