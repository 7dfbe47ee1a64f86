import type { FormFieldView } from '../../../../../templates/components/form-fields.js';
import type { OfficeContext } from '../../../office-context.js';
import { tick } from '../fields.js';
import type { Entries } from '../settings-form.js';
import type { EntryReader } from './entry-reader.js';
import { partFields, type TariffRules } from './rule-part.js';

export type Notice = TariffRules['cancellation'][number]['unless'];

const KINDS = ['', 'hours', 'working-days', 'never'] as const;
const FREE_DAYS = ['weekends', 'holidays'] as const;
const NONE = {
  kind: '',
  before: '24',
  exactly: 'in-time',
  weekends: '',
  holidays: '',
  until: '',
};

/** A deadline as entries that begin with `prefix`; null: there is none. */
export function noticeEntries(prefix: string, notice: Notice | null): Entries {
  const entries = { ...NONE, ...(notice && partsOf(notice)) };
  return Object.fromEntries(Object.entries(entries).map(([what, value]) => [`${prefix}${what}`, value]));
}

function partsOf(notice: Notice): Entries {
  if (notice.kind === 'never') return { kind: 'never' };
  if (notice.kind === 'working-days')
    return { kind: notice.kind, before: String(notice.days), until: notice.until ?? '' };
  return {
    kind: 'hours',
    before: String(notice.hours),
    exactly: notice.exactly,
    weekends: tick(notice.without.includes('weekends')),
    holidays: tick(notice.without.includes('holidays')),
  };
}

export function noticeFields(prefix: string, entries: Entries, context: OfficeContext): FormFieldView[] {
  const { field, explained, select } = partFields(entries, context);
  return [
    select(prefix, 'kind', KINDS),
    field(prefix, 'before'),
    select(prefix, 'exactly', ['in-time', 'late']),
    explained(prefix, 'until'),
    field(prefix, 'weekends', 'checkbox'),
    field(prefix, 'holidays', 'checkbox'),
  ];
}

/** null: no deadline was chosen. */
export function readNotice(prefix: string, reader: EntryReader): Notice | null {
  const kind = reader.chosen(`${prefix}kind`, KINDS);
  if (kind === '') return null;
  if (kind === 'never') return { kind };
  if (kind === 'hours')
    return {
      kind,
      hours: reader.whole(`${prefix}before`, { least: 1, most: 1000 }),
      without: FREE_DAYS.filter((days) => reader.isTicked(`${prefix}${days}`)),
      exactly: reader.chosen(`${prefix}exactly`, ['in-time', 'late']),
    };
  return {
    kind,
    days: reader.whole(`${prefix}before`, { least: 0, most: 60 }),
    until: reader.isEmpty(`${prefix}until`) ? null : reader.time(`${prefix}until`),
  };
}
