const CRLF = '\r\n';

/** Lines as they travel. */
const message = (...lines: string[]): Buffer => Buffer.from(lines.join('\n').replaceAll('\n', CRLF) + CRLF);

interface Bounce {
  readonly to: string;
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
  readonly recipient?: string;
  readonly note?: string;
}

/** A delivery report as RFC 3464 describes it. */
export function aBounce({ to, ...fields }: Bounce): Buffer {
  const { action = 'failed', status = '5.1.1', diagnostic, recipient = 'person@example.org' } = fields;
  return message(
    'Return-Path: <>',
    'Received: from mx.example.org by returns.example; Mon, 11 Jan 2027 09:00:00 +0100',
    'From: Mail Delivery System <MAILER-DAEMON@mx.example.org>',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    ' boundary="=_report"',
    '',
    '--=_report',
    'Content-Type: text/plain; charset=utf-8',
    '',
    fields.note ?? 'Your message could not be delivered.',
    '--=_report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    'Arrival-Date: Mon, 11 Jan 2027 08:59:58 +0100',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(diagnostic === undefined ? [] : [`Diagnostic-Code: smtp; ${diagnostic}`]),
    '',
    '--=_report',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: Ihr Termin',
    '',
    '--=_report--',
  );
}

/** A report whose refusal is spread over folded lines, for one of two recipients behind an alias. */
export const aFoldedBounce = (to: string): Buffer =>
  message(
    aBounce({ to, action: 'delivered', status: '2.1.5' })
      .toString()
      .replaceAll('\r\n', '\n')
      .replace(
        'Status: 2.1.5\n',
        'Status: 2.1.5\n\nOriginal-Recipient: rfc822;person@example.org\nFinal-Recipient: RFC822;\n  alias@example.net\n' +
          'ACTION: Failed (permanently)\nStatus: 5.1.1 (bad destination)\n' +
          'Diagnostic-Code: smtp; 550-5.1.1 The account\n 550 5.1.1 does not exist\n',
      ),
  );

/** Without the machine's part: old servers write prose. */
export const aProseBounce = (to: string): Buffer =>
  message(
    'From: MAILER-DAEMON@old.example.org',
    `Delivered-To: ${to}`,
    'Subject: failure notice',
    '',
    'Hi. I am afraid I was not able to deliver your message. 550 5.1.1 unknown',
  );

/** A report that lacks what RFC 3464 demands. */
export const aBrokenBounce = (to: string): Buffer =>
  message(
    ...aBounce({ to })
      .toString()
      .split('\r\n')
      .filter((line) => !line.startsWith('Status:')),
  );

export const anAutoReply = (to: string, header = 'Auto-Submitted: auto-replied (vacation)'): Buffer =>
  message(
    'From: person@example.org',
    `To: <${to}>`,
    'Subject: Abwesend',
    header,
    '',
    'Ich bin in den Ferien.',
  );

export const aPersonsAnswer = (to: string): Buffer =>
  message('From: person@example.org', `To: ${to}`, 'Subject: Re: Ihr Termin', '', 'Danke, ich komme.');

/** A complaint of a mail provider (RFC 5965): it arrives at the office's desk and quotes what it is about. */
export const aComplaint = (returnAddress: string): Buffer =>
  message(
    'From: feedback@provider.example',
    'To: abuse@musterland.example',
    'Subject: complaint',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="arf"',
    '',
    '--arf',
    'Content-Type: text/plain',
    '',
    'This is an abuse report.',
    '--arf',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: Provider/1.0',
    'Version: 1',
    `Original-Mail-From: <${returnAddress}>`,
    '--arf',
    'Content-Type: message/rfc822',
    '',
    'Subject: Ihr Termin',
    '',
    'Text',
    '--arf--',
  );

interface Reply {
  readonly uid: string;
  readonly sequence: number;
  readonly attendee: string;
  readonly from?: string;
  readonly answer?: string;
}

/** What a calendar program sends to the organizer (RFC 6047). */
export const aCalendarReply = ({
  uid,
  sequence,
  attendee,
  from = attendee,
  answer = 'DECLINED',
}: Reply): Buffer =>
  message(
    `From: ${from}`,
    'To: amt@musterland.example',
    'Subject: Declined',
    'MIME-Version: 1.0',
    'Content-Type: text/calendar; method=REPLY; charset=utf-8',
    '',
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//EN',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    'DTSTAMP:20270111T090000Z',
    'DTSTART:20270121T130000Z',
    `ATTENDEE;PARTSTAT=${answer}:mailto:${attendee}`,
    'END:VEVENT',
    'END:VCALENDAR',
  );
