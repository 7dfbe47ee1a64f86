import { Injectable } from '@nestjs/common';
import { calendarFile } from '../../platform/calendar/calendar-file.js';
import { Settings } from '../../platform/config/settings.js';
import type { CalendarOwner } from '../links/index.js';
import { CalendarEntries } from './calendar-entries.js';
import { CalendarWords } from './calendar-words.js';
import { entryEvent } from './entry-event.js';

/** A file to hand out: its type already names the method, as RFC 6047 wants. */
export interface CalendarFile {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
}

/** Entries as a file for an e-mail: the same ones, by name and sequence, that the feed shows. */
@Injectable()
export class EntryFiles {
  constructor(
    private readonly entries: CalendarEntries,
    private readonly words: CalendarWords,
    private readonly settings: Settings,
  ) {}

  /** The entries of these talks as they are now; undefined when the owner never had one. */
  async ofTalks(
    owner: CalendarOwner,
    talkIds: readonly string[],
    organizer: { readonly name: string; readonly email: string },
  ): Promise<CalendarFile | undefined> {
    const entries = await this.entries.ofTalks(owner, talkIds);
    if (entries.length === 0) return undefined;
    const words = await this.words.of(owner);
    const host = new URL(this.settings.publicUrl).hostname;
    const events = entries.map((entry) => ({ ...entryEvent(entry, owner, { ...words, host }), organizer }));
    return {
      filename: 'einsatz.ics',
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      content: calendarFile(events),
    };
  }
}
