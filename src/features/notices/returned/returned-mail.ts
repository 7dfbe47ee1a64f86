import PostalMime from 'postal-mime';
import { type CalendarReply, parseCalendarReply } from './calendar-reply.js';
import { type DeliveryReport, parseDeliveryReport } from './delivery-report.js';

/** What came back, told apart by its form alone; whether it is true, and of which notice, is another question. */
export type ReturnedMail =
  | { readonly kind: 'report'; readonly report: DeliveryReport }
  | { readonly kind: 'complaint' | 'auto-reply' | 'unreadable' | 'letter' }
  | { readonly kind: 'calendar-reply'; readonly reply: CalendarReply; readonly from: string };

/** A message that came back, and all places where its return address may stand. */
export interface ReadMail {
  readonly mail: ReturnedMail;
  readonly addresses: string;
}

type Parsed = Awaited<ReturnType<typeof PostalMime.parse>>;
type Parts = ReadonlyMap<string, string>;

const ADDRESS_HEADERS = new Set(['to', 'delivered-to', 'x-original-to', 'envelope-to']);

/**
 * Reads a message (RFC 5322). Never throws: whatever is no report, no answer and no complaint is a `letter` of a person,
 * or `unreadable` when a mail server wrote it without the machine's part.
 */
export async function readReturnedMail(raw: Buffer): Promise<ReadMail> {
  const parsed = await parse(raw);
  if (!parsed) return { mail: { kind: 'unreadable' }, addresses: '' };
  const parts: Parts = new Map(
    parsed.attachments.map(({ mimeType, content }) => [
      mimeType.toLowerCase(),
      typeof content === 'string' ? content : '',
    ]),
  );
  const headers = parsed.headers.filter(({ key }) => ADDRESS_HEADERS.has(key)).map(({ value }) => value);
  return { mail: kindOf(parsed, parts), addresses: [...headers, complaintAddresses(parts)].join('\n') };
}

/** Undefined when it is nested or headed beyond measure. */
async function parse(raw: Buffer): Promise<Parsed | undefined> {
  try {
    return await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      attachmentEncoding: 'utf8',
      maxNestingDepth: 10,
    });
  } catch {
    return undefined;
  }
}

function kindOf(parsed: Parsed, parts: Parts): ReturnedMail {
  return machineReport(parts) ?? calendarReply(parsed, parts) ?? { kind: kindByHeaders(parsed) };
}

function machineReport(parts: Parts): ReturnedMail | undefined {
  if (parts.has('message/feedback-report')) return { kind: 'complaint' };
  const status = parts.get('message/delivery-status') ?? parts.get('message/global-delivery-status');
  if (status === undefined) return undefined;
  const report = parseDeliveryReport(status);
  return report ? { kind: 'report', report } : { kind: 'unreadable' };
}

function calendarReply({ from }: Parsed, parts: Parts): ReturnedMail | undefined {
  const reply = parseCalendarReply(parts.get('text/calendar') ?? '');
  return reply && { kind: 'calendar-reply', reply, from: from?.address?.toLowerCase() ?? '' };
}

function kindByHeaders(parsed: Parsed): 'auto-reply' | 'unreadable' | 'letter' {
  if (isAutomatic(parsed)) return 'auto-reply';
  return isFromMailServer(parsed) ? 'unreadable' : 'letter';
}

/** RFC 3834, and what older programs write. */
function isAutomatic({ headers }: Parsed): boolean {
  return headers.some(
    ({ key, value }) =>
      (key === 'auto-submitted' && !/^no\b/i.test(value.trim())) ||
      key === 'x-autoreply' ||
      key === 'x-autorespond' ||
      (key === 'precedence' && /auto_reply/i.test(value)),
  );
}

const isFromMailServer = ({ from }: Parsed): boolean =>
  /^(mailer-daemon|postmaster)@/i.test(from?.address ?? '');

/** A complaint (RFC 5965) goes to the office's own desk; the return address stands in what it reports. */
function complaintAddresses(parts: Parts): string {
  const feedback = parts.get('message/feedback-report');
  if (feedback === undefined) return '';
  const original = parts.get('message/rfc822') ?? parts.get('text/rfc822-headers') ?? '';
  const [head = ''] = original.split(/\r?\n\r?\n/);
  return `${feedback}\n${head}`;
}
