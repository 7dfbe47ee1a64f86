/** A mail with all its parts, ready to be handed over; texts are complete and names are cleaned. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  /** One address, taken as it stands. */
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Fixed by the sender's own record, with angle brackets, so that a second copy is known as such. */
  readonly messageId: string;
  readonly date: Date;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: string;
  }[];
}

/**
 * How far the conversation with the mail server came: greeting and login, our own address (MAIL), the recipient's
 * (RCPT), and from its 354 on the message.
 */
export type SmtpStage = 'connection' | 'sender' | 'recipient' | 'message';

/**
 * What became of handing a mail over. Without an answer the stage decides: before `message` the server has nothing,
 * from `message` on nobody can know (RFC 1047).
 */
export type MailAnswer =
  | { readonly kind: 'accepted'; readonly code: number; readonly reply: string }
  | { readonly kind: 'refused'; readonly code: number; readonly reply: string; readonly stage: SmtpStage }
  | { readonly kind: 'no-answer'; readonly cause: string; readonly stage: SmtpStage };
