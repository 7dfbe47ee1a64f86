import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CalendarOwner } from '../links/index.js';

/** One talk in somebody's calendar, as it was handed out last; of the household it holds the number only. */
export interface CalendarEntry {
  readonly id: string;
  /** Grows with every change; the database refuses anything else. */
  readonly sequence: number;
  /** The talk will not take place, or somebody else does it. */
  readonly isCancelled: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Code of the language of the talk. */
  readonly language: string;
  readonly mode: 'onsite' | 'phone' | 'video';
  /** Null for a talk by video. */
  readonly place: EntryPlace | null;
  /** Number of the household at the office. */
  readonly reference: string;
  readonly changedAt: Date;
}

export interface EntryPlace {
  readonly siteName: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly floor: string;
  readonly roomName: string;
}

const KINDS = { caseworker: 2, interpreter: 3 } as const;

const ENTRIES = `
select e.id, e.sequence, e.is_cancelled as "isCancelled", e.starts_at as "startsAt",
  e.starts_at + make_interval(mins => e.minutes) as "endsAt", e.language, e.mode, h.reference,
  e.changed_at as "changedAt",
  case when s.id is not null then jsonb_build_object('siteName', s.name, 'street', s.street, 'postcode', s.postcode,
    'town', s.town, 'floor', coalesce(r.floor, ''), 'roomName', coalesce(r.name, '')) end as place
from calendar_entries e
join talks t on t.id = e.talk_id
join households h on h.id = t.household_id
left join sites s on s.id = e.site_id
left join rooms r on r.id = e.room_id
where e.resource_kind = $1 and e.resource_id = $2`;

/** Reads calendar entries; the database itself writes them whenever a talk changes. */
@Injectable()
export class CalendarEntries {
  constructor(private readonly database: Database) {}

  /** Entries that touch the half-open time, cancelled ones too, by start. */
  between({ kind, id }: CalendarOwner, from: Date, until: Date): Promise<CalendarEntry[]> {
    return this.database.query<CalendarEntry>(
      `${ENTRIES} and e.starts_at < $4 and e.starts_at + make_interval(mins => e.minutes) > $3
        order by e.starts_at, e.id`,
      [KINDS[kind], id, from, until],
    );
  }

  /** The entries of these talks, by start. */
  ofTalks({ kind, id }: CalendarOwner, talkIds: readonly string[]): Promise<CalendarEntry[]> {
    return this.database.query<CalendarEntry>(
      `${ENTRIES} and e.talk_id = any($3) order by e.starts_at, e.id`,
      [KINDS[kind], id, talkIds],
    );
  }
}
