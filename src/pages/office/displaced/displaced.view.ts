import type { DisplacedRow, DisplacedWay } from '../../../features/replanning/index.js';
import type { DropOutView } from '../../../templates/pages/office/drop-out-page.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { OfficeContext } from '../office-context.js';
import { brokenRuleWords } from '../slots/rule-words.js';
import { francs } from '../tariffs/cost-words.js';

interface Shown {
  readonly rows: readonly DisplacedRow[];
  readonly languageNames: ReadonlyMap<string, string>;
  /** Key of the way by talk, as somebody chose it. */
  readonly chosen: ReadonlyMap<string, string>;
  /** Talks whose way was gone when it was approved. */
  readonly failed: readonly string[] | null;
}

/** Talks that lost their place, each with its ways, and what the chosen ones mean together. */
export function displacedView(shown: Shown, context: OfficeContext): DropOutView {
  const { t, staff } = context;
  const { rows, failed } = shown;
  const chosen = rows.map((row) => chosenWay(row, shown));
  const count = (which: (way: DisplacedWay) => boolean): number => chosen.filter(which).length;
  return {
    title: t('office:displaced.title'),
    lead: t(`office:displaced.${rows.length === 0 ? 'empty' : 'lead'}`),
    period: null,
    approve: rows.length === 0 ? null : t('office:displaced.approve'),
    action: officePaths.displaced,
    csrfToken: staff.csrfToken,
    message: failed === null ? null : t('office:displaced.failed', { count: failed.length }),
    talkIds: rows.map(({ talk }) => talk.id).join(','),
    rows: rows.map((row) => rowView(row, shown, context)),
    totals: [
      t('office:displaced.reassigned', { count: count(({ isReassigned }) => isReassigned) }),
      t('office:displaced.moved', {
        count: count(({ kind, isReassigned }) => kind === 'slot' && !isReassigned),
      }),
      t('office:displaced.later', { count: count(({ kind }) => kind === 'later') }),
      t('office:drop-out.told', { count: chosen.reduce((sum, { told }) => sum + told, 0) }),
    ],
  };
}

function chosenWay({ talk, ways }: DisplacedRow, { chosen }: Shown): DisplacedWay {
  const [first] = ways;
  const way = ways.find(({ key }) => key === chosen.get(talk.id)) ?? first;
  if (!way) throw new Error(`The talk ${talk.id} has no way, not even to stay.`);
  return way;
}

function rowView(row: DisplacedRow, shown: Shown, context: OfficeContext): DropOutView['rows'][number] {
  const { t, format } = context;
  const { talk, rules, ways } = row;
  const way = chosenWay(row, shown);
  const { languageNames } = shown;
  return {
    id: talk.id,
    href: officePaths.talk(talk.id),
    text: `${format.shortDay(talk.startsAt)} ${format.timeRange(talk.startsAt, talk.endsAt)}, ${talk.personName}`,
    why: rules.map((rule) => brokenRuleWords(rule, { context, languageNames })),
    version: talk.version,
    way: {
      name: `way-${talk.id}`,
      label: t('office:drop-out.way'),
      value: way.key,
      options: ways.map((each) => ({ value: each.key, label: wayWords(each, context) })),
    },
    cost: costWords(way, talk.interpreterId, t),
    told: t(`office:drop-out.${way.told > 0 ? 'tells' : 'tells-nobody'}`),
  };
}

function wayWords({ slot, isSameTime, isReassigned }: DisplacedWay, { t, format }: OfficeContext): string {
  if (!slot) return t('office:displaced.stays');
  const startsAt = new Date(slot.startsAt);
  const when = isSameTime
    ? t('office:worklist.same-time')
    : `${format.shortDay(startsAt)} ${format.time(startsAt)}`;
  const where = [slot.siteName, slot.roomName].filter(Boolean).join(', ') || t('office:talk.by-video');
  return [when, ...(isReassigned ? [] : [where]), slot.caseworkerName, slot.interpreterName]
    .filter(Boolean)
    .join(' · ');
}

/** At the same time with the same interpreter nothing is agreed anew. */
function costWords(
  { slot, isSameTime }: DisplacedWay,
  interpreterId: number | null,
  t: OfficeContext['t'],
): string {
  if (!slot || (isSameTime && slot.interpreterId === interpreterId)) return t('office:slots.no-cost');
  return t('office:displaced.new-visit', { amount: francs(slot.moneyRappen, t) });
}
