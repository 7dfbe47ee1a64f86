import { PassThrough } from 'node:stream';
import { createTransport, type SMTPPoolOptions, type Transporter } from 'nodemailer';
import { MailConversation } from './mail-conversation.js';
import type { Handover, MailAnswer, OutgoingMail, SmtpStage } from './outgoing-mail.js';

const CONNECT_MS = 10_000;
const GREETING_MS = 10_000;
const SILENCE_MS = 60_000;
/** A whole conversation, however slowly the server trickles. */
const LONGEST_SEND_MS = 50_000;

/**
 * One connection to the mail server, one mail at a time. nodemailer reports a lost connection alike before and after
 * the message, so the lane listens to its log and remembers nothing but the stage; the text of the log is dropped. The
 * message ends only when the sender says so: until then its last stage holds the final dot back.
 */
export class MailLane {
  private conversation: MailConversation | undefined;
  private readonly transport: Transporter;

  constructor(smtpUrl: string) {
    const options: SMTPPoolOptions & { pool: true } = {
      url: smtpUrl,
      pool: true,
      maxConnections: 1,
      // the outbox decides about a second try, not the pool
      maxRequeues: 0,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: GREETING_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
      transactionLog: true,
      logger: this.listener(),
    };
    this.transport = createTransport(options);
    this.transport.use('stream', (mail, next) => {
      mail.message.transform(() => this.conversation?.textStream() ?? new PassThrough());
      next();
    });
    // a dropped idle connection is no failure of any mail
    this.transport.on('error', () => undefined);
  }

  async send(mail: OutgoingMail, handover: Handover): Promise<MailAnswer> {
    const conversation = new MailConversation(handover);
    this.conversation = conversation;
    const { returns, ...withoutReturns } = mail;
    try {
      const info: unknown = await this.transport.sendMail({
        ...withoutReturns,
        ...(returns && {
          envelope: { from: returns.address, to: mail.to },
          // servers that can, report with the head of the message alone (RFC 3461)
          dsn: { id: returns.envelopeId, return: 'headers', notify: ['failure', 'delay'] },
        }),
        // as an object it is not parsed: a comma in it cannot become a second recipient
        to: { name: '', address: mail.to },
        replyTo: { name: '', address: mail.replyTo },
        headers: { ...mail.headers },
        attachments: mail.attachments.map((attachment) => ({ ...attachment })),
        signal: AbortSignal.any([handover.signal, AbortSignal.timeout(LONGEST_SEND_MS)]),
      });
      return accepted(info);
    } catch (error) {
      return answerOf(error, conversation.stage);
    }
  }

  close(): void {
    this.transport.close();
  }

  private listener(): NonNullable<SMTPPoolOptions['logger']> {
    const nothing = (): void => undefined;
    return {
      level: nothing,
      trace: nothing,
      info: nothing,
      warn: nothing,
      error: nothing,
      fatal: nothing,
      debug: (entry: unknown, line: unknown) => {
        const { tnx } = entry as { tnx?: string };
        if (tnx === 'client') this.conversation?.weSaid(String(line));
        if (tnx === 'server') this.conversation?.serverSaid(String(line));
      },
    };
  }
}

function accepted(info: unknown): MailAnswer {
  const { response } = info as { response?: string };
  const reply = oneLine(response ?? '');
  return { kind: 'accepted', code: Number(reply.slice(0, 3)), reply };
}

function answerOf(error: unknown, stage: SmtpStage): MailAnswer {
  const { code, responseCode, response } = error as {
    code?: string;
    responseCode?: number;
    response?: string;
  };
  if (typeof responseCode === 'number' && responseCode > 0) {
    return { kind: 'refused', code: responseCode, reply: oneLine(response ?? ''), stage };
  }
  const cause = code ?? (error instanceof Error ? error.name : 'unknown');
  return { kind: 'no-answer', cause, stage };
}

const REPLY_LENGTH = 300;

/** Replies repeat the address, which nobody needs to keep: `550 <…@example.org> unknown`. */
function oneLine(reply: string): string {
  return reply
    .replaceAll(/[^\s<>@,;:"()]+@/g, '…@')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, REPLY_LENGTH);
}
