import net from 'node:net';
import { freePort } from '../database/free-port.js';
import { startMailCatcher } from './mail-catcher.js';

const USUAL_SMTP_PORT = 1025;
const USUAL_PAGE_PORT = 1080;
const PATIENCE_MS = 3000;

/** Where mail goes: the configured server, or the built-in catcher. */
export interface OpenMail {
  readonly smtpUrl: string;
  readonly pageUrl: string | undefined;
  /** Why no mail would leave now and what to do; the product starts all the same, because notices can wait. */
  readonly warning: string | undefined;
  readonly close: () => Promise<unknown>;
}

export async function openMail(smtpUrl: string | undefined): Promise<OpenMail> {
  if (smtpUrl !== undefined) {
    const warning = await warningAbout(new URL(smtpUrl));
    return { smtpUrl, pageUrl: undefined, warning, close: () => Promise.resolve() };
  }
  const catcher = await startMailCatcher(await freePort(USUAL_SMTP_PORT), await freePort(USUAL_PAGE_PORT));
  return { smtpUrl: catcher.smtpUrl, pageUrl: catcher.pageUrl, warning: undefined, close: catcher.stop };
}

async function warningAbout({ hostname, port, protocol }: URL): Promise<string | undefined> {
  const usualPort = protocol === 'smtps:' ? '465' : '587';
  const target = { host: hostname, port: Number(port || usualPort) };
  const cause = await refusalOf(target);
  if (cause === undefined) return undefined;
  return (
    `the mail server at ${target.host}:${target.port} does not answer (${cause}): ` +
    'start it or correct SMTP_URL; notices wait until it answers'
  );
}

/** Why no connection comes about, or undefined when one does. */
function refusalOf(target: { readonly host: string; readonly port: number }): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect({ ...target, timeout: PATIENCE_MS });
    const answer = (cause: string | undefined): void => {
      socket.destroy();
      resolve(cause);
    };
    socket.once('connect', () => {
      answer(undefined);
    });
    socket.once('timeout', () => {
      answer('time-out');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      answer(error.code ?? error.message);
    });
  });
}
