import type { NoticeReason } from '../notice-reasons.js';
import { isAddressStatus, isFullMailboxStatus } from '../refusal-status.js';

/** What a mail server reports of one mail (RFC 3464): the fields of its one recipient. */
export interface DeliveryReport {
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded`. */
  readonly action: string;
  /** Enhanced status such as `5.1.1`. */
  readonly status: string;
  /** What the refusing server said, or an empty text. */
  readonly diagnostic: string;
}

/** What a report makes of its notice. */
export type ReportVerdict =
  { readonly state: 'bounced' | 'failed'; readonly reason: NoticeReason } | { readonly state: 'unchanged' };

/** The machine's part of a report, `message/delivery-status`; undefined when it lacks what RFC 3464 demands. */
export function parseDeliveryReport(text: string): DeliveryReport | undefined {
  const groups = text.replaceAll(/\r\n?/g, '\n').split(/\n[ \t]*\n/);
  const recipients = groups.map(fieldsOf).filter((fields) => fields.has('final-recipient'));
  // we write to one person at a time: of several recipients behind an alias the worst counts
  const fields = recipients.find((one) => actionOf(one) === 'failed') ?? recipients[0];
  if (!fields) return undefined;
  const action = actionOf(fields);
  const status = /^\s*([245]\.\d{1,3}\.\d{1,3})/.exec(fields.get('status') ?? '')?.[1];
  if (action === '' || status === undefined) return undefined;
  const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '');
  return { action, status, diagnostic };
}

/** Only a final failure changes the notice, and only a fault of the address is held against the address. */
export function verdictOf({ action, status }: DeliveryReport): ReportVerdict {
  if (action !== 'failed') return { state: 'unchanged' };
  if (isFullMailboxStatus(status)) return { state: 'bounced', reason: 'mailbox-full' };
  if (isAddressStatus(status)) return { state: 'bounced', reason: 'address-unknown' };
  return { state: 'failed', reason: status.startsWith('5.7.') ? 'refused-by-policy' : 'not-delivered' };
}

/** `Name: value` lines of one group, names in small letters; a line that begins with a blank goes on. */
function fieldsOf(group: string): ReadonlyMap<string, string> {
  const lines = group.replaceAll(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon <= 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );
}

const actionOf = (fields: ReadonlyMap<string, string>): string =>
  /^\w+/.exec(fields.get('action') ?? '')?.[0].toLowerCase() ?? '';
