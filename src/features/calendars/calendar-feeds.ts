import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { calendarFile } from '../../platform/calendar/calendar-file.js';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import type { CalendarOwner } from '../links/index.js';
import { CalendarEntries } from './calendar-entries.js';
import { CalendarWords } from './calendar-words.js';
import { calendarNameKey, entryEvent } from './entry-event.js';

/** A feed as it is handed out: the mark changes exactly when the content does. */
export interface CalendarFeed {
  readonly content: string;
  /** A strong entity tag (RFC 9110 8.8.3). */
  readonly etag: string;
}

const DAY_MS = 86_400_000;
/** Calendars forget what left the feed: past and cancelled entries stay in it for so long after their start. */
const PAST_DAYS = 60;
const AHEAD_DAYS = 400;
const REFRESH = 'PT1H';

/** The talks of an interpreter or a caseworker as a feed that calendars subscribe to. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly entries: CalendarEntries,
    private readonly words: CalendarWords,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async feedOf(owner: CalendarOwner): Promise<CalendarFeed> {
    const now = this.clock.now().getTime();
    const from = new Date(now - PAST_DAYS * DAY_MS);
    const entries = await this.entries.between(owner, from, new Date(now + AHEAD_DAYS * DAY_MS));
    const words = await this.words.of(owner);
    const host = new URL(this.settings.publicUrl).hostname;
    const events = entries.map((entry) => entryEvent(entry, owner, { ...words, host }));
    const content = calendarFile(events, { name: words.t(calendarNameKey(owner)), refresh: REFRESH });
    return { content, etag: `"${createHash('sha256').update(content).digest('base64url')}"` };
  }
}
