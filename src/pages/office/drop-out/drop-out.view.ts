import type { DropOutPrice, DropOutRow, DropOutWay } from '../../../features/visits/index.js';
import type { TalkView } from '../../../features/talks/index.js';
import type { DropOutView } from '../../../templates/pages/office/drop-out-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { OfficeContext } from '../office-context.js';
import { francs } from '../tariffs/cost-words.js';
import { provisionWords } from '../talk/talk-facts.js';

/** What the page shows, and what was chosen on it. */
interface Shown {
  readonly interpreterId: number;
  readonly from: string;
  readonly until: string;
  readonly message: 'changed' | 'failed' | null;
  readonly rows: readonly DropOutRow[];
  readonly talks: readonly TalkView[];
  readonly chosen: ReadonlyMap<string, string>;
  readonly price: DropOutPrice;
  readonly languageNames: ReadonlyMap<string, string>;
}

/** Affected talks with their ways, and what the chosen ones mean together. */
export function dropOutView(shown: Shown, context: OfficeContext): DropOutView {
  const { t, staff } = context;
  const { from, until, message, rows, price } = shown;
  return {
    title: t('office:drop-out.title'),
    lead: t('office:drop-out.lead'),
    period: { from, until },
    approve: t('office:drop-out.approve'),
    action: officePaths.dropOut(shown.interpreterId),
    csrfToken: staff.csrfToken,
    message: message && t(`office:drop-out.${message}`),
    talkIds: rows.map(({ talk }) => talk.id).join(','),
    rows: rows.map((row) => rowView(row, shown, context)),
    totals: [
      t('office:drop-out.cancellation', { amount: francs(0, t) }),
      t('office:drop-out.new', { amount: francs(price.total, t) }),
      t('office:drop-out.total', { amount: francs(price.total, t) }),
      t('office:drop-out.told', { count: price.told }),
    ],
  };
}

function rowView(row: DropOutRow, shown: Shown, context: OfficeContext): DropOutView['rows'][number] {
  const { format, t } = context;
  const { id } = row.talk;
  const talk = shown.talks.find((one) => one.id === id);
  const chosen = row.ways.find(({ key }) => key === shown.chosen.get(id)) ?? row.ways[0];
  const when = talk
    ? `${format.shortDay(talk.startsAt)} ${format.timeRange(talk.startsAt, talk.endsAt)}, ${talk.personName}`
    : '';
  return {
    id,
    href: officePaths.talk(id),
    text: when,
    way: {
      name: `way-${id}`,
      label: t('office:drop-out.way'),
      value: chosen?.key ?? '',
      options: row.ways.map((way) => ({ value: way.key, label: wayWords(way, shown, context) })),
    },
    cost: costWords(shown.price.of.get(id), t),
    told: t(`office:drop-out.${chosen?.told ? 'tells' : 'tells-nobody'}`),
  };
}

function costWords(
  price: { rappen: number | null; talks: number } | undefined,
  t: OfficeContext['t'],
): string {
  if (!price) return t('office:slots.no-cost');
  if (price.rappen === null) return t('office:drop-out.no-tariff');
  return t('office:drop-out.visit-cost', { amount: francs(price.rappen, t), count: price.talks });
}

function wayWords(way: DropOutWay, { languageNames }: Shown, { t, format }: OfficeContext): string {
  if (way.kind === 'later') return t('office:drop-out.later');
  if (way.kind === 'ask') {
    const name = way.interpreterName ?? '';
    return t(`office:drop-out.ask${way.mode === 'phone' ? '-phone' : ''}`, { name });
  }
  const { slot } = way;
  if (!slot) return '';
  const startsAt = new Date(slot.startsAt);
  const when = way.isSameTime
    ? t('office:worklist.same-time')
    : `${format.shortDay(startsAt)} ${format.time(startsAt)}`;
  const language = languageNames.get(slot.language) ?? slot.language;
  const who = slot.interpreterName ?? slot.caseworkerName;
  return [when, `${language}: ${provisionWords(slot, t)}`, who].join(' · ');
}
