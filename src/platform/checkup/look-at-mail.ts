import { createTransport } from 'nodemailer';
import type { Finding } from './finding.js';

const PATIENCE_MS = 5000;

/** Greets the mail server and signs in, as a sender would; no mail is sent. Rejects when it does not go well. */
export async function lookAtMail(smtpUrl: string | undefined, production: boolean): Promise<Finding> {
  if (smtpUrl === undefined) {
    return {
      part: 'mail',
      state: production ? 'failed' : 'warning',
      meaning: 'mails go to the built-in catcher: they reach nobody',
      cure: 'set SMTP_URL to the mail server of the office when mails shall leave',
    };
  }
  const { hostname, port, username } = new URL(smtpUrl);
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
  const signedIn = username === '' ? 'takes us without signing in' : 'accepts our sign-in';
  const place = port === '' ? hostname : `${hostname}:${port}`;
  return { part: 'mail', state: 'ok', meaning: `${place} greets us and ${signedIn}` };
}
