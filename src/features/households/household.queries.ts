import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Offices } from '../offices/index.js';
import type { Channel, Household, HouseholdState } from './household.js';
import { Households } from './households.js';
import { inboxConditions } from './inbox-conditions.js';

/** Which households a list shows; every part is optional and they are combined with "and". */
export interface InboxFilter {
  /** Code of the first talk language. */
  readonly language?: string | undefined;
  /** BFS number. */
  readonly municipality?: number | undefined;
  readonly state?: HouseholdState | undefined;
  readonly channel?: Channel | undefined;
  /** `overdue`: after the target date; a number: at least so many days since arrival. */
  readonly age?: 'overdue' | number | undefined;
  /** The last step of inviting that the household was told and has not answered; `suspended`: its steps stand still. */
  readonly rung?:
    'invitation' | 'answer-reminder' | 'answer-letter' | 'second-invitation' | 'suspended' | undefined;
  /** Part of a name or a case number, or a whole phone number or e-mail address. */
  readonly search?: string | undefined;
}

/** Where a page of the list begins: after the last row of the page before. */
export interface InboxCursor {
  readonly targetOn: string;
  readonly id: number;
}

/** One line of Eingang. */
export interface InboxRow {
  readonly id: number;
  readonly reference: string;
  readonly version: number;
  readonly name: string;
  readonly personCount: number;
  /** First talk language; null when none is known. */
  readonly language: string | null;
  readonly letterLanguage: string;
  readonly municipalityBfs: number | null;
  readonly municipality: string | null;
  readonly arrivedOn: string;
  readonly targetOn: string;
  readonly daysSinceArrival: number;
  readonly isOverdue: boolean;
  readonly channel: Channel;
  readonly state: HouseholdState;
  readonly stateReason: string | null;
  readonly stepFree: boolean;
  readonly addressLock: boolean;
  readonly talk: { readonly id: string; readonly startsAt: string; readonly state: string } | null;
  readonly lastNotice: { readonly kind: string; readonly state: string; readonly at: string } | null;
}

/** How many households there are per value, for the filters and the navigation. */
export interface InboxCounts {
  readonly states: Readonly<Record<HouseholdState, number>>;
  readonly overdue: number;
  readonly languages: readonly { readonly language: string; readonly count: number }[];
  readonly municipalities: readonly { readonly bfs: number; readonly name: string; readonly count: number }[];
}

const NO_STATES = { open: 0, planned: 0, done: 0, written: 0, 'not-invited': 0, 'moved-away': 0 };

/** Lists of households as pages and the API show them. */
@Injectable()
export class HouseholdQueries {
  constructor(
    private readonly database: Database,
    private readonly offices: Offices,
    private readonly clock: Clock,
    private readonly households: Households,
  ) {}

  /** One page, most urgent first (target date, then id); `next` is the cursor of the following page. */
  async inbox(
    officeId: number,
    filter: InboxFilter,
    page: { readonly after?: InboxCursor | undefined; readonly limit: number },
  ): Promise<{ rows: InboxRow[]; total: number; next: InboxCursor | undefined }> {
    const today = await this.today(officeId);
    const { where, parameters } = inboxConditions(officeId, today, filter);
    const [counted] = await this.database.query<{ total: number }>(
      `select count(*)::int as total from households h where ${where}`,
      parameters,
    );
    const rows = await this.database.query<InboxRow>(inboxSql(where, parameters.length), [
      ...parameters,
      page.after?.targetOn ?? null,
      page.after?.id ?? 0,
      page.limit + 1,
    ]);
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    const next = rows.length > page.limit && last ? { targetOn: last.targetOn, id: last.id } : undefined;
    return { rows: shown, total: counted?.total ?? 0, next };
  }

  /** The most urgent ones of a list, by their ids. */
  async ids(officeId: number, filter: InboxFilter, most: number): Promise<number[]> {
    const { where, parameters } = inboxConditions(officeId, await this.today(officeId), filter);
    const rows = await this.database.query<{ id: number }>(
      `select h.id from households h where ${where} order by h.target_on, h.id limit $${parameters.length + 1}`,
      [...parameters, most],
    );
    return rows.map(({ id }) => id);
  }

  byId(officeId: number, id: number): Promise<Household> {
    return this.households.get(officeId, id);
  }

  /** Numbers beside the filters; languages and municipalities count the open households only. */
  async counts(officeId: number): Promise<InboxCounts> {
    const today = await this.today(officeId);
    const states = await this.database.query<{ state: HouseholdState; count: number; overdue: number }>(
      `select state, count(*)::int as count, count(*) filter (where target_on < $2::date)::int as overdue
         from households where office_id = $1 group by state`,
      [officeId, today],
    );
    const languages = await this.database.query<{ language: string; count: number }>(
      `select l.language, count(*)::int as count from households h
         join household_languages l on l.household_id = h.id and l.rank = 1
        where h.office_id = $1 and h.state = 'open' group by l.language order by count desc, l.language`,
      [officeId],
    );
    const municipalities = await this.database.query<{ bfs: number; name: string; count: number }>(
      `select h.municipality_bfs as bfs, max(m.name) as name, count(distinct h.id)::int as count
         from households h join municipalities m on m.bfs_number = h.municipality_bfs
        where h.office_id = $1 and h.state = 'open' group by 1 order by name`,
      [officeId],
    );
    return {
      states: { ...NO_STATES, ...Object.fromEntries(states.map((row) => [row.state, row.count])) },
      overdue: states.find((row) => row.state === 'open')?.overdue ?? 0,
      languages,
      municipalities,
    };
  }

  private async today(officeId: number): Promise<string> {
    const { timeZone } = await this.offices.get(officeId);
    const now = Temporal.Instant.fromEpochMilliseconds(this.clock.now().getTime());
    return now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  }
}

function inboxSql(where: string, count: number): string {
  return `
select h.id, h.reference, h.version, trim(c.first_name || ' ' || c.last_name) as name,
       (select count(*)::int from persons p where p.household_id = h.id) as "personCount",
       l.language, h.letter_language as "letterLanguage",
       h.municipality_bfs as "municipalityBfs", m.name as municipality, h.arrived_on::text as "arrivedOn",
       h.target_on::text as "targetOn", ($2::date - h.arrived_on) as "daysSinceArrival",
       (h.state in ('open', 'planned') and h.target_on < $2::date) as "isOverdue",
       h.channel, h.state, h.state_reason as "stateReason", h.step_free as "stepFree", h.address_lock as "addressLock",
       (select jsonb_build_object('id', t.id, 'startsAt', t.starts_at, 'state', t.state) from talks t
         where t.household_id = h.id and t.state in ('planned', 'invited', 'confirmed', 'change-requested')) as talk,
       (select jsonb_build_object('kind', n.kind, 'state', n.state, 'at', coalesce(n.sent_at, n.due_at)) from notices n
         where n.recipient_kind = 'household' and n.recipient_id = h.id and n.office_id = h.office_id
         order by n.created_at desc limit 1) as "lastNotice"
  from households h
  join persons c on c.household_id = h.id and c.is_contact
  left join household_languages l on l.household_id = h.id and l.rank = 1
  left join lateral (select name from municipalities where bfs_number = h.municipality_bfs
    order by valid_from desc limit 1) m on true
 where ${where} and ($${count + 1}::date is null or (h.target_on, h.id) > ($${count + 1}::date, $${count + 2}::int))
 order by h.target_on, h.id limit $${count + 3}`;
}
