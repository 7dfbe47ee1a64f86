import { Transform } from 'node:stream';
import type { Handover, SmtpStage } from './outgoing-mail.js';

/** How far one mail came, followed from both sides' lines, and the gate before its final dot. */
export class MailConversation {
  private reached: SmtpStage = 'connection';
  private letTextBegin: () => void = () => undefined;
  private readonly textBegun = new Promise<void>((resolve) => {
    this.letTextBegin = resolve;
  });

  constructor(private readonly handover: Handover) {}

  get stage(): SmtpStage {
    return this.reached;
  }

  weSaid(line: string): void {
    if (/^MAIL FROM:/i.test(line)) this.reached = 'sender';
    if (/^RCPT TO:/i.test(line)) this.reached = 'recipient';
  }

  serverSaid(line: string): void {
    if (!line.startsWith('354')) return;
    this.reached = 'text';
    this.letTextBegin();
  }

  /** The message's text flows through it unchanged; its end, and with it the final dot, waits for the sender's leave. */
  textStream(): Transform {
    return new Transform({
      transform: (chunk, _encoding, pass) => {
        pass(null, chunk);
      },
      flush: (end) => {
        this.complete().then(() => {
          end();
        }, end);
      },
    });
  }

  /** A short text is read to its end before the server has asked for it, so this waits for the 354 first. */
  private async complete(): Promise<void> {
    await this.textBegun;
    if (!(await this.handover.mayComplete())) throw new Error('The sender broke the conversation off');
    this.reached = 'message';
  }
}
