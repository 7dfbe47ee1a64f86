import type { Translate } from '../../platform/i18n/i18n.js';

/** What a notice is about, in words; reminders carry their number of days in the kind, such as `reminder-7`. */
export function noticeKind(kind: string, t: Translate): string {
  const days = /^reminder-(\d+)$/.exec(kind)?.[1];
  return days === undefined
    ? t(`office:notice-kind.${kind}`)
    : t('office:notice-kind.reminder', { count: Number(days) });
}
