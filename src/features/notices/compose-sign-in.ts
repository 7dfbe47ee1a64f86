import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { writeMail } from '../../templates/emails/write-mail.js';
import { Languages } from '../languages/index.js';
import { InterpreterLinks } from '../links/index.js';
import { Offices } from '../offices/index.js';
import { OfficeTexts } from '../texts/index.js';
import { type ComposedNotice, withoutToken } from './composed-notice.js';
import type { ClaimedNotice } from './notice-claims.js';
import { writeInLocales } from './notice-locales.js';
import { cleaned, wordingOf } from './notice-words.js';
import { signInMail } from './sign-in-mail.js';

/** Turns a claimed sign-in notice into its mail, with a fresh link at every attempt. */
@Injectable()
export class ComposeSignIn {
  constructor(
    private readonly links: InterpreterLinks,
    private readonly languages: Languages,
    private readonly offices: Offices,
    private readonly texts: OfficeTexts,
  ) {}

  async run(notice: ClaimedNotice): Promise<ComposedNotice> {
    const link = await this.links.signInLink(notice.recipientId, notice.facts.path ?? '/interpreter');
    const languages = new Map((await this.languages.all()).map((language) => [language.code, language]));
    const day = Temporal.Instant.fromEpochMilliseconds(notice.now.getTime()).toString().slice(0, 10);
    const office = await this.offices.profileOn(notice.officeId, day);
    const texts = await this.texts.of(notice.officeId);
    const { locales, fallbackReason, ...written } = writeInLocales(notice, (codes, reason) => {
      const wordings = codes.map((code) => wordingOf(code, languages, texts, 'UTC'));
      const mail = writeMail(signInMail({ ...notice, link, office }, wordings));
      return { ...mail, locales: codes, fallbackReason: reason };
    });
    return {
      mail: {
        ...written,
        from: { name: cleaned(office.name), address: office.email },
        replyTo: office.email,
        to: notice.email,
        messageId: notice.messageId,
        date: notice.now,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'Content-Language': locales.map((code) => languages.get(code)?.bcp47 ?? code).join(', '),
        },
        attachments: [],
      },
      kept: withoutToken(written, link),
      fallbackReason,
    };
  }
}
