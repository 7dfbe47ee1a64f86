import type { DeliveryRow, DeliveryState, LimitedTarget, OpenHold } from '../../../features/notices/index.js';
import type { I18n, Translate } from '../../../platform/i18n/i18n.js';
import type { FiltersView } from '../../../templates/components/filters.js';
import type { DeliveryRowView, LimitView } from '../../../templates/pages/office/delivery-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import { noticeBadge } from '../notice-badges.js';
import { noticeKind } from '../notice-words.js';
import type { OfficeContext } from '../office-context.js';
import { type DeliveryRequest, deliveryStates } from './delivery.forms.js';

const KINDS = [
  'invitation',
  'answer-reminder',
  'answer-letter',
  'second-invitation',
  'confirmation',
  'change',
  'cancellation',
  'interpreter-booked',
  'interpreter-moved',
  'interpreter-cancelled',
  'interpreter-reminder',
  'interpreter-request',
  'interpreter-request-reminder',
  'interpreter-request-fewer',
  'interpreter-confirmed',
  'interpreter-taken',
  'interpreter-withdrawn',
  'interpreter-expired',
];

interface RowWorld {
  readonly context: OfficeContext;
  readonly languageNames: ReadonlyMap<string, string>;
  readonly i18n: I18n;
}

/** One notice in words, with the button to send it again where that makes sense. */
export function deliveryRow(row: DeliveryRow, { context, languageNames, i18n }: RowWorld): DeliveryRowView {
  const { t, format } = context;
  const at = row.sentAt ?? row.dueAt;
  return {
    id: row.id,
    kind: noticeKind(row.kind, t),
    subject: row.subject ?? '',
    recipient: row.recipientName,
    isHousehold: row.recipientKind === 'household',
    household: { href: officePaths.household(row.householdId), name: row.householdName },
    state: noticeBadge(row.state, t),
    reason: reasonOf(row, context, i18n),
    when: `${format.numericDate(at)} ${format.time(at)}`,
    channel: t(`office:channel.${row.channel}`),
    language: languageOf(row, languageNames, t),
    ...againOf(row, t),
  };
}

/** Why it is in its state, with the server's words where somebody must act, what came back, and that it left late. */
function reasonOf(row: DeliveryRow, { t, locale }: OfficeContext, i18n: I18n): string {
  const key = `office:notice-reason.${row.reason ?? ''}`;
  const known = row.reason !== null && i18n.has(locale, key) ? t(key) : '';
  const reply = row.needsAction ? (row.smtpReply ?? '') : '';
  const late = row.isLate ? t('office:delivery.sent-late') : '';
  const repeated = row.isRepeated ? t('office:delivery.repeated') : '';
  const returned = row.returned === null ? '' : t(`office:delivery.returned.${row.returned}`);
  return [known, reply, repeated, returned, late].filter((part) => part !== '').join(' – ');
}

/** The buttons that tell it once more: by e-mail, or on paper when the e-mail did not arrive. */
function againOf(row: DeliveryRow, t: Translate): Pick<DeliveryRowView, 'resend' | 'letterInstead'> {
  const { id, recipientKind, channel, canBeResent, needsAction } = row;
  const isForPaper = needsAction && recipientKind === 'household' && channel === 'email';
  const action = (key: string, address: string): DeliveryRowView['resend'] => ({
    label: t(key),
    action: address,
    fields: [],
  });
  return {
    resend: canBeResent ? action('office:delivery.resend', officePaths.resend(id)) : null,
    letterInstead: isForPaper ? action('office:letters.instead', officePaths.letterInstead(id)) : null,
  };
}

/** The language in which it went out; German and English where a text was not approved. */
function languageOf(
  { fallbackReason, locale }: DeliveryRow,
  names: ReadonlyMap<string, string>,
  t: Translate,
): string {
  return fallbackReason === null ? (names.get(locale) ?? locale) : t('texts:fallback');
}

/** What gets fewer mails at present, in words, and what the far end said. */
export function limitView({ domain, state, perMinute, reply }: LimitedTarget, t: Translate): LimitView {
  const key = `office:delivery.limits.${domain === null ? 'server' : 'domain'}-${state}`;
  const text = t(key, { domain: domain ?? '', pace: Math.round(perMinute) });
  return { text: `${text} ${t('office:delivery.limits.waits')}`, reply };
}

/** Nothing leaves at all. */
export function holdView({ due }: OpenHold, t: Translate): LimitView {
  return { text: t('office:delivery.held', { count: due }), reply: '' };
}

type Counts = Partial<Record<DeliveryState | 'trouble', number>>;

/** With its number where somebody may have to act. */
function stateLabel(state: DeliveryState | 'trouble', counts: Counts, t: Translate): string {
  const name = t(`office:notice-state.${state}`);
  return state === 'sent' || state === 'superseded' ? name : `${name} (${counts[state] ?? 0})`;
}

/** The filters beside the list. */
export function deliveryFilters(asked: DeliveryRequest, counts: Counts, { t }: OfficeContext): FiltersView {
  const all = { value: '', label: t('office:delivery.all') };
  const isFiltered = asked.state !== undefined || asked.kind !== undefined;
  return {
    action: officePaths.delivery,
    title: t('office:filter.title'),
    submit: t('office:filter.submit'),
    selects: [
      {
        name: 'state',
        label: t('office:delivery.column.state'),
        value: asked.state ?? '',
        options: [
          all,
          ...deliveryStates.map((state) => ({ value: state, label: stateLabel(state, counts, t) })),
        ],
      },
      {
        name: 'kind',
        label: t('office:delivery.column.kind'),
        value: asked.kind ?? '',
        options: [all, ...KINDS.map((kind) => ({ value: kind, label: noticeKind(kind, t) }))],
      },
    ],
    reset: isFiltered ? { href: officePaths.delivery, label: t('office:filter.reset') } : null,
  };
}
