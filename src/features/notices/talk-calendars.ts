import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { type Translate, UnusableTextError } from '../../platform/i18n/i18n.js';
import type { CalendarFile } from '../calendars/index.js';
import { Links } from '../links/index.js';
import { OfficeTexts } from '../texts/index.js';
import { addressLine } from './notice-facts.js';
import { cleaned } from './notice-words.js';
import { talkCalendar } from './talk-calendar.js';
import type { TalkDetails } from './talk-details.js';
import { TalkDetailsRepository } from './talk-details.repository.js';

/** The calendar file of a talk, the same for the mail and for the newcomer's page. */
@Injectable()
export class TalkCalendars {
  constructor(
    private readonly talks: TalkDetailsRepository,
    private readonly links: Links,
    private readonly texts: OfficeTexts,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** In the present state of the talk, worded in `locale` and German; undefined when there is no such talk. */
  async ofTalk(talkId: string, locale: string): Promise<CalendarFile | undefined> {
    const talk = await this.talks.find(talkId);
    return talk && this.fileOf(talk, locale, await this.links.addressOf(talkId));
  }

  /** From what was read already; in German when a text of it is not approved in `locale`. */
  async fileOf(talk: TalkDetails, locale: string, link: string | undefined): Promise<CalendarFile> {
    const texts = await this.texts.of(talk.officeId);
    try {
      return this.inWords(talk, link, { own: texts.translator(locale), german: texts.translator('de') });
    } catch (error) {
      if (!(error instanceof UnusableTextError) || error.locale === 'de') throw error;
      const german = texts.translator('de');
      return this.inWords(talk, link, { own: german, german });
    }
  }

  private inWords(
    talk: TalkDetails,
    link: string | undefined,
    { own, german }: { readonly own: Translate; readonly german: Translate },
  ): CalendarFile {
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
