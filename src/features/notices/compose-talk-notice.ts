import { Injectable } from '@nestjs/common';
import type { OutgoingMail } from '../../platform/mail/outgoing-mail.js';
import { Languages, type Language } from '../languages/index.js';
import { Links } from '../links/index.js';
import { OfficeTexts } from '../texts/index.js';
import { type ComposedNotice, withoutToken } from './composed-notice.js';
import { NoticeCalendars } from './notice-calendars.js';
import type { ClaimedNotice } from './notice-claims.js';
import { cleaned } from './notice-words.js';
import { renderNotice, type RenderedNotice } from './render-notice.js';
import type { TalkDetails } from './talk-details.js';
import { TalkDetailsRepository } from './talk-details.repository.js';

/** Turns a claimed notice about a talk into its mail. Throws when something is missing that must be there. */
@Injectable()
export class ComposeTalkNotice {
  private languages: Promise<ReadonlyMap<string, Language>> | undefined;

  constructor(
    private readonly talks: TalkDetailsRepository,
    private readonly links: Links,
    private readonly calendars: NoticeCalendars,
    private readonly languageTable: Languages,
    private readonly texts: OfficeTexts,
  ) {}

  async run(notice: ClaimedNotice, talkId: string): Promise<ComposedNotice> {
    const talk = await this.talks.find(talkId);
    if (!talk) throw new Error(`The talk of notice ${notice.id} is gone`);
    const link = notice.recipientKind === 'household' ? await this.links.addressOf(talk.talkId) : undefined;
    const languages = await this.readLanguages();
    const addressee = { firstName: notice.firstName, lastName: notice.lastName, email: notice.email };
    const texts = await this.texts.of(talk.officeId);
    const written = renderNotice({ ...notice, talk, addressee, link }, languages, texts);
    const tags = written.locales.map((code) => languages.get(code)?.bcp47 ?? code);
    return {
      mail: await this.mailOf(notice, { talk, link, written, tags }),
      kept: withoutToken(written, link),
      fallbackReason: written.fallbackReason,
    };
  }

  private async mailOf(
    notice: ClaimedNotice,
    parts: {
      readonly talk: TalkDetails;
      readonly link: string | undefined;
      readonly written: RenderedNotice;
      readonly tags: readonly string[];
    },
  ): Promise<OutgoingMail> {
    const { talk, link, written, tags } = parts;
    const { office } = talk;
    const { subject, text, html } = written;
    const [first = 'de'] = written.locales;
    return {
      subject,
      text,
      html,
      from: { name: cleaned(office.name), address: office.email },
      replyTo: office.email,
      to: notice.email,
      messageId: notice.messageId,
      date: notice.now,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': tags.join(', '),
      },
      attachments: await this.calendars.ofTalk(notice, { talk, link, locale: first }),
    };
  }

  /** The table changes with a release, not while the process runs. */
  private readLanguages(): Promise<ReadonlyMap<string, Language>> {
    this.languages ??= this.languageTable
      .all()
      .then((languages) => new Map(languages.map((language) => [language.code, language])));
    return this.languages;
  }
}
