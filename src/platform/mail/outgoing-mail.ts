/** A mail with all its parts, ready to be handed over; texts are complete and names are cleaned. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  /** One address, taken as it stands. */
  readonly to: string;
  readonly replyTo: string;
  /** Where a report goes when it cannot be delivered, and by which name; left out: to the sender. */
  readonly returns?: { readonly address: string; readonly envelopeId: string };
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
 * (RCPT), the message's text from the server's 354 on, and the whole message once its final dot may have left.
 */
export type SmtpStage = 'connection' | 'sender' | 'recipient' | 'text' | 'message';

/** Whoever sends keeps a hand on the conversation until the message is complete. */
export interface Handover {
  /** Breaks the conversation off. */
  readonly signal: AbortSignal;
  /**
   * Asked when everything but the final dot is with the server. False breaks the conversation off, and the server must
   * forget the text (RFC 5321 4.1.1.10); after true nobody can take the message back.
   */
  readonly mayComplete: () => Promise<boolean>;
}

/**
 * What became of handing a mail over. Without an answer the stage decides: before `message` the server has nothing that
 * it may deliver, from `message` on nobody can know (RFC 1047).
 */
export type MailAnswer =
  | { readonly kind: 'accepted'; readonly code: number; readonly reply: string }
  | { readonly kind: 'refused'; readonly code: number; readonly reply: string; readonly stage: SmtpStage }
  | { readonly kind: 'no-answer'; readonly cause: string; readonly stage: SmtpStage };
