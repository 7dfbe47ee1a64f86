import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { I18n } from '../../platform/i18n/i18n.js';
import { writeMail } from '../../templates/emails/write-mail.js';
import { Languages } from '../languages/index.js';
import { InterpreterLinks } from '../links/index.js';
import { Offices } from '../offices/index.js';
import { type ComposedNotice, withoutToken } from './composed-notice.js';
import type { ClaimedNotice } from './notice-claims.js';
import { cleaned } from './notice-words.js';
import { signInMail } from './sign-in-mail.js';

/** Turns a claimed sign-in notice into its mail, with a fresh link at every attempt. */
@Injectable()
export class ComposeSignIn {
  constructor(
    private readonly links: InterpreterLinks,
    private readonly languages: Languages,
    private readonly offices: Offices,
    private readonly i18n: I18n,
  ) {}

  async run(notice: ClaimedNotice): Promise<ComposedNotice> {
    const link = await this.links.signInLink(notice.recipientId, notice.facts.path ?? '/interpreter');
    const language = await this.languages.get(notice.locale);
    const day = Temporal.Instant.fromEpochMilliseconds(notice.now.getTime()).toString().slice(0, 10);
    const office = await this.offices.profileOn(notice.officeId, day);
    const written = writeMail(signInMail({ ...notice, language, link, office }, this.i18n));
    return {
      mail: {
        ...written,
        from: { name: cleaned(office.name), address: office.email },
        replyTo: office.email,
        to: notice.email,
        messageId: notice.messageId,
        date: notice.now,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': notice.locale },
        attachments: [],
      },
      kept: withoutToken(written, link),
      fallbackReason: notice.fallbackReason,
    };
  }
}
