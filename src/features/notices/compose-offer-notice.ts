import { Injectable } from '@nestjs/common';
import { Languages } from '../languages/index.js';
import { InterpreterLinks } from '../links/index.js';
import { OfficeTexts } from '../texts/index.js';
import { type ComposedNotice, withoutToken } from './composed-notice.js';
import { NoticeCalendars } from './notice-calendars.js';
import type { ClaimedNotice } from './notice-claims.js';
import { cleaned } from './notice-words.js';
import { OfferSubjects } from './offer-subjects.js';
import { renderNotice } from './render-notice.js';

/** The page of each request, and the one that shows what was accepted. */
const REQUESTS = '/interpreter/requests';
const AGENDA = '/interpreter/agenda';

/** Turns a claimed notice about an offer into its mail. Throws when something is missing that must be there. */
@Injectable()
export class ComposeOfferNotice {
  constructor(
    private readonly subjects: OfferSubjects,
    private readonly links: InterpreterLinks,
    private readonly languageTable: Languages,
    private readonly calendars: NoticeCalendars,
    private readonly texts: OfficeTexts,
  ) {}

  async run(
    notice: ClaimedNotice,
    about: { readonly talkId: string; readonly offerId: string },
  ): Promise<ComposedNotice> {
    const subject = await this.subjects.find(about);
    const languages = new Map((await this.languageTable.all()).map((language) => [language.code, language]));
    const link = await this.linkOf(notice);
    const addressee = { firstName: notice.firstName, lastName: notice.lastName, email: notice.email };
    const texts = await this.texts.of(notice.officeId);
    const written = renderNotice({ ...notice, ...subject, addressee, link }, languages, texts);
    const { subject: title, text, html, locales } = written;
    const { office } = subject.talk;
    return {
      mail: {
        subject: title,
        text,
        html,
        from: { name: cleaned(office.name), address: office.email },
        replyTo: office.email,
        to: notice.email,
        messageId: notice.messageId,
        date: notice.now,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'Content-Language': locales.map((code) => languages.get(code)?.bcp47 ?? code).join(', '),
        },
        attachments: await this.calendars.ofOffer(notice, subject),
      },
      kept: withoutToken(written, link),
      fallbackReason: written.fallbackReason,
    };
  }

  /** A request signs in as long as it can be answered. Whoever is not needed any more has nothing to look at. */
  private async linkOf(notice: ClaimedNotice): Promise<string | undefined> {
    const { kind, recipientId, offerId, expiresAt } = notice;
    if (kind === 'interpreter-confirmed') return this.links.signInLink(recipientId, AGENDA);
    return kind.startsWith('interpreter-request') && offerId !== null
      ? this.links.signInLink(recipientId, `${REQUESTS}/${offerId}`, expiresAt)
      : undefined;
  }
}
