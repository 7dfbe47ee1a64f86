import { startMailCatcher } from './mail-catcher.js';
import { freePort } from '../database/free-port.js';

const USUAL_SMTP_PORT = 1025;
const USUAL_PAGE_PORT = 1080;

/** Where mail goes: the configured server, or the built-in catcher. */
export interface OpenMail {
  readonly smtpUrl: string;
  readonly pageUrl: string | undefined;
  readonly close: () => Promise<unknown>;
}

export async function openMail(smtpUrl: string | undefined): Promise<OpenMail> {
  if (smtpUrl !== undefined) return { smtpUrl, pageUrl: undefined, close: () => Promise.resolve() };
  const catcher = await startMailCatcher(await freePort(USUAL_SMTP_PORT), await freePort(USUAL_PAGE_PORT));
  return { smtpUrl: catcher.smtpUrl, pageUrl: catcher.pageUrl, close: catcher.stop };
}
