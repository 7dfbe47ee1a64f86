import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CaughtMail } from './mail-catcher.js';

/** Shows caught mails: `/` the list, `/api` as JSON, `/<id>` one mail, `/<id>/html|text|raw|attachment/<n>` its parts. */
export function answerCatcherRequest(
  mails: readonly CaughtMail[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [, id, part, index] = new URL(request.url ?? '/', 'http://catcher').pathname.split('/');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (id === 'api') {
    send(response, 'application/json', JSON.stringify(mails.map(summary), null, 1));
    return;
  }
  const mail = mails.find((candidate) => String(candidate.id) === id);
  if (mail) sendPart(response, mail, part ?? '', Number(index ?? 0));
  else if (id) send(response, 'text/html', page('Nicht gefunden', '<p><a href="/">Alle Mails</a></p>'), 404);
  else send(response, 'text/html', list(mails));
}

function sendPart(response: ServerResponse, mail: CaughtMail, part: string, index: number): void {
  const attachment = part === 'attachment' ? mail.parsed.attachments[index] : undefined;
  if (attachment) {
    const name = (attachment.filename ?? 'file').replaceAll(/[^\w.-]/g, '_');
    response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
    response.setHeader('Content-Type', attachment.mimeType);
    const { content } = attachment;
    response.end(typeof content === 'string' ? content : new Uint8Array(content));
  } else if (part === 'html') {
    // the mail's own HTML, locked up: no script, no remote content
    response.setHeader(
      'Content-Security-Policy',
      "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'",
    );
    send(response, 'text/html', mail.parsed.html ?? `<pre>${escaped(mail.parsed.text)}</pre>`);
  } else if (part === 'text') send(response, 'text/plain', mail.parsed.text ?? '');
  else if (part === 'raw') send(response, 'text/plain', mail.raw.toString('utf8'));
  else send(response, 'text/html', detail(mail));
}

function send(response: ServerResponse, type: string, body: string, status = 200): void {
  response.statusCode = status;
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.end(body);
}

function summary(mail: CaughtMail): Record<string, unknown> {
  return {
    id: mail.id,
    receivedAt: mail.receivedAt.toISOString(),
    to: mail.recipients,
    subject: mail.parsed.subject,
    messageId: mail.parsed.messageId,
    text: mail.parsed.text,
    html: mail.parsed.html,
    attachments: mail.parsed.attachments.map(({ filename, mimeType, method }) => ({
      filename,
      mimeType,
      method,
    })),
  };
}

function list(mails: readonly CaughtMail[]): string {
  const rows = mails.map(
    (mail) =>
      `<tr><td>${time(mail)}</td><td dir="auto"><a href="/${mail.id}">${escaped(mail.parsed.subject)}</a></td>` +
      `<td>${escaped(mail.recipients.join(', '))}</td></tr>`,
  );
  const table = `<table><thead><tr><th scope="col">Zeit</th><th scope="col">Betreff</th><th scope="col">An</th></tr></thead>
    <tbody>${rows.join('')}</tbody></table>`;
  const empty = '<p>Noch keine E-Mails. Was das System versendet, erscheint hier.</p>';
  return page('Abgefangene E-Mails', mails.length > 0 ? table : empty);
}

function detail(mail: CaughtMail): string {
  const attachments = mail.parsed.attachments.map(
    (attachment, index) =>
      `<li><a href="/${mail.id}/attachment/${index}">${escaped(attachment.filename ?? 'file')}</a></li>`,
  );
  return page(
    mail.parsed.subject ?? 'Ohne Betreff',
    `<p><a href="/">Alle Mails</a> · An: ${escaped(mail.recipients.join(', '))} · ${time(mail)}</p>
    <p><a href="/${mail.id}/html">HTML</a> · <a href="/${mail.id}/text">Text</a> · <a href="/${mail.id}/raw">Quelltext</a></p>
    ${attachments.length > 0 ? `<ul>${attachments.join('')}</ul>` : ''}
    <iframe title="E-Mail" sandbox="allow-popups" src="/${mail.id}/html"></iframe>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title><style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding-inline:1rem}
table{border-collapse:collapse;inline-size:100%}th,td{text-align:start;padding:.4rem;border-block-end:1px solid #767676}
iframe{inline-size:100%;block-size:75vh;border:1px solid #767676}h1{font-size:1.4rem}</style></head>
<body><main><h1 dir="auto">${escaped(title)}</h1>${body}</main></body></html>`;
}

const time = (mail: CaughtMail): string => mail.receivedAt.toISOString().slice(0, 19).replace('T', ' ');

function escaped(text = ''): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
