import type { InboxRow } from '../../../features/households/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { InboxRowView } from '../../../templates/pages/office/inbox-page.js';
import { householdBadge } from '../household-badges.js';
import { dayFormat } from '../day-format.js';
import { noticeKind } from '../notice-words.js';
import type { OfficeContext } from '../office-context.js';
import { talkBadge } from '../talk-badges.js';

/** One line of Eingang in words. */
export function inboxRowView(
  row: InboxRow,
  context: OfficeContext,
  languageNames: ReadonlyMap<string, string>,
): InboxRowView {
  const { t, format } = context;
  return {
    id: row.id,
    href: officePaths.household(row.id),
    name: row.name,
    reference: row.reference,
    marks: marksOf(row, context),
    language: row.language === null ? t('office:unknown') : (languageNames.get(row.language) ?? row.language),
    municipality: row.municipality ?? t('office:unknown'),
    arrived: t('office:inbox.days', { count: row.daysSinceArrival }),
    target: t('office:inbox.target', { day: dayFormat(row.targetOn) }),
    overdue: row.isOverdue ? { tone: 'bad', symbol: '!', text: t('office:inbox.age.overdue') } : null,
    channel: t(`office:channel.${row.channel}`),
    state: row.talk ? talkBadge(row.talk.state, t) : householdBadge(row.state, t),
    talk: row.talk && talkDay(new Date(row.talk.startsAt), context),
    lastNotice: row.lastNotice && {
      kind: noticeKind(row.lastNotice.kind, t),
      state: t(`office:notice-state.${row.lastNotice.state}`),
      day: format.numericDate(new Date(row.lastNotice.at)),
    },
    tick: row.state === 'moved-away' ? null : t('office:inbox.select-row', { name: row.name }),
    plan:
      row.state === 'open'
        ? { href: officePaths.newTalk(row.id), label: t('office:inbox.plan-for', { name: row.name }) }
        : null,
  };
}

function talkDay(startsAt: Date, { format }: OfficeContext): string {
  return `${format.shortDay(startsAt)} ${format.time(startsAt)}`;
}

function marksOf(row: InboxRow, { t }: OfficeContext): string[] {
  return [
    ...(row.personCount > 1 ? [t('office:persons', { count: row.personCount })] : []),
    ...(row.stepFree ? [t('office:step-free')] : []),
    ...(row.addressLock ? [t('office:address-lock')] : []),
  ];
}
