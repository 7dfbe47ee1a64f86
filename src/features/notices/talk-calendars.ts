import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { I18n } from '../../platform/i18n/i18n.js';
import { Links } from '../links/index.js';
import { addressLine } from './notice-facts.js';
import { cleaned } from './notice-words.js';
import { talkCalendar } from './talk-calendar.js';
import type { TalkDetails } from './talk-details.js';
import { TalkDetailsRepository } from './talk-details.repository.js';

/** A file to hand out: its type already names the method, as RFC 6047 wants. */
export interface CalendarFile {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
}

/** The calendar file of a talk, the same for the mail and for the newcomer's page. */
@Injectable()
export class TalkCalendars {
  constructor(
    private readonly talks: TalkDetailsRepository,
    private readonly links: Links,
    private readonly i18n: I18n,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** In the present state of the talk, worded in `locale` and German; undefined when there is no such talk. */
  async ofTalk(talkId: string, locale: string): Promise<CalendarFile | undefined> {
    const talk = await this.talks.find(talkId);
    return talk && this.fileOf(talk, locale, await this.links.addressOf(talkId));
  }

  /** From what was read already. */
  fileOf(talk: TalkDetails, locale: string, link: string | undefined): CalendarFile {
    const own = this.i18n.translator(this.i18n.has(locale, 'emails:talk-name') ? locale : 'de');
    const german = this.i18n.translator('de');
    const names = new Set([own('emails:talk-name'), german('emails:talk-name')]);
    const isCancelled = talk.state === 'cancelled';
    const bring = `${own('common:bring')}: ${own('common:bring-what')}`;
    const content = talkCalendar({
      ...talk,
      isCancelled,
      stampedAt: this.clock.now(),
      summary: [...names].join(' · '),
      location: talk.place ? addressLine(talk.place) : own('common:video'),
      description: [
        ...(isCancelled ? [] : [bring]),
        ...(link === undefined ? [] : [own('emails:calendar.change', { link })]),
        `${own('common:reference')}: ${talk.reference}`,
      ].join('\n'),
      host: new URL(this.settings.publicUrl).hostname,
      organizer: { name: cleaned(talk.office.name), email: talk.office.email },
    });
    return { filename: 'termin.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content };
  }
}
