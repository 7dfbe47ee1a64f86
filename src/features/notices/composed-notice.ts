import type { OutgoingMail } from '../../platform/mail/outgoing-mail.js';
import type { WrittenMail } from '../../templates/emails/mail-view.js';

/** A mail ready to leave, and the words of it that are kept. */
export interface ComposedNotice {
  readonly mail: OutgoingMail;
  /** Without the token of the link: what is stored opens nothing. */
  readonly kept: WrittenMail;
  /** Why the mail is in German and English; null when it is in the recipient's own language. */
  readonly fallbackReason: string | null;
}

/** The words of a mail that may be kept: the secret at the end of its link is left out. */
export function withoutToken({ subject, text, html }: WrittenMail, link: string | undefined): WrittenMail {
  const token = link?.split('/').at(-1);
  if (token === undefined) return { subject, text, html };
  return { subject, text: text.replaceAll(token, '…'), html: html.replaceAll(token, '…') };
}
