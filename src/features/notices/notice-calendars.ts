import { Injectable } from '@nestjs/common';
import { type CalendarFile, EntryFiles } from '../calendars/index.js';
import type { ClaimedNotice } from './notice-claims.js';
import { cleaned } from './notice-words.js';
import type { OfferSubject } from './offer-subjects.js';
import { TalkCalendars } from './talk-calendars.js';
import type { TalkDetails } from './talk-details.js';

/** Mails to interpreters after which their calendar must show something else. */
const CHANGING_KINDS = new Set([
  'interpreter-booked',
  'interpreter-confirmed',
  'interpreter-moved',
  'interpreter-cancelled',
]);

/** The calendar files that go with a notice, in the state of this moment. */
@Injectable()
export class NoticeCalendars {
  constructor(
    private readonly talkCalendars: TalkCalendars,
    private readonly entries: EntryFiles,
  ) {}

  /** The household's entry when it was planned so; the interpreter's with whatever changes it. */
  async ofTalk(
    notice: ClaimedNotice,
    {
      talk,
      link,
      locale,
    }: { readonly talk: TalkDetails; readonly link: string | undefined; readonly locale: string },
  ): Promise<CalendarFile[]> {
    if (notice.recipientKind === 'interpreter') return this.ofInterpreter(notice, talk, [talk.talkId]);
    return notice.facts.calendar ? [await this.talkCalendars.fileOf(talk, locale, link)] : [];
  }

  /** The entries of all talks that were accepted. */
  ofOffer(notice: ClaimedNotice, { talk, offer }: OfferSubject): Promise<CalendarFile[]> {
    return this.ofInterpreter(
      notice,
      talk,
      offer.talks.map(({ talkId }) => talkId),
    );
  }

  private async ofInterpreter(
    { kind, recipientId }: ClaimedNotice,
    { office }: TalkDetails,
    talkIds: readonly string[],
  ): Promise<CalendarFile[]> {
    if (!CHANGING_KINDS.has(kind)) return [];
    const owner = { kind: 'interpreter', id: recipientId } as const;
    const organizer = { name: cleaned(office.name), email: office.email };
    const file = await this.entries.ofTalks(owner, talkIds, organizer);
    return file ? [file] : [];
  }
}
