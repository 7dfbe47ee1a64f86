import http from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { answerCatcherRequest } from './mail-catcher-pages.js';

/** One message that arrived at the far end of a real SMTP conversation. */
export interface CaughtMail {
  readonly id: number;
  readonly receivedAt: Date;
  readonly recipients: readonly string[];
  readonly raw: Buffer;
  readonly parsed: Awaited<ReturnType<typeof PostalMime.parse>>;
}

/** A running catcher: an SMTP server that keeps what it gets, and a page that shows it. */
export interface MailCatcher {
  readonly smtpUrl: string;
  readonly pageUrl: string;
  /** Newest first. */
  readonly mails: readonly CaughtMail[];
  readonly clear: () => void;
  readonly stop: () => Promise<void>;
}

const KEEP = 2000;
const MAX_BYTES = 25_000_000;

/** Starts the catcher on loopback; a port of 0 means any free one. */
export async function startMailCatcher(smtpPort = 0, pagePort = 0): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const smtp = collectInto(mails);
  const page = http.createServer((request, response) => {
    answerCatcherRequest(mails, request, response);
  });
  const smtpAddress = await listen(smtp.server, (ready) => smtp.listen(smtpPort, '127.0.0.1', ready));
  const pageAddress = await listen(page, (ready) => page.listen(pagePort, '127.0.0.1', ready));
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpAddress.port}`,
    pageUrl: `http://127.0.0.1:${pageAddress.port}`,
    mails,
    clear: () => mails.splice(0),
    stop: async () => {
      await new Promise<void>((resolve) => {
        smtp.close(resolve);
      });
      page.closeAllConnections();
      await new Promise((resolve) => page.close(resolve));
    },
  };
}

/** An SMTP server that takes every message and puts it in front of the list. */
function collectInto(mails: CaughtMail[]): SMTPServer {
  let lastId = 0;
  const keep = async (raw: Buffer, recipients: string[]): Promise<void> => {
    const parsed = await PostalMime.parse(raw);
    lastId += 1;
    mails.unshift({ id: lastId, receivedAt: receivedAt(), recipients, raw, parsed });
    mails.length = Math.min(mails.length, KEEP);
  };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: MAX_BYTES,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map((recipient) => recipient.address);
        keep(Buffer.concat(chunks), recipients).then(() => {
          done();
        }, done);
      });
    },
  });
  smtp.on('error', () => undefined);
  return smtp;
}

/** The catcher stands for another machine, so it has its own clock: the real one. */
function receivedAt(): Date {
  return new Date(performance.timeOrigin + performance.now());
}

function listen(server: NetServer, start: (ready: () => void) => void): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    start(() => {
      resolve(server.address() as AddressInfo);
    });
  });
}
