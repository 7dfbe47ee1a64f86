import {
  dimensions,
  type Dimension,
  type ReportGroup,
  type TalkReport,
} from '../../../features/reports/index.js';
import type { ReportRowView, ReportsView } from '../../../templates/pages/office/reports-page.js';
import type { ReportWords } from '../../shared/report-csv.js';
import type { OfficeContext } from '../office-context.js';

interface Worded {
  readonly year: string;
  readonly words: ReportWords;
  readonly context: OfficeContext;
}

/** Stands for a figure that is hidden; the page explains it. */
const HIDDEN = '*';

/** A report as the page shows it: tables by dimension, the longest bar for the largest group. */
export function reportView(report: TalkReport, { year, words, context }: Worded): ReportsView {
  const { t, bcp47 } = context;
  const isEmpty = report.by.month.length === 0;
  return {
    before: { href: `/office/reports?year=${String(Number(year) - 1)}`, label: String(Number(year) - 1) },
    after: { href: `/office/reports?year=${String(Number(year) + 1)}`, label: String(Number(year) + 1) },
    csvHref: `/office/reports/talks.csv?year=${year}`,
    isEmpty,
    tables: isEmpty
      ? []
      : dimensions.map((dimension) => ({
          id: `by-${dimension}`,
          title: t(`reports:by.${dimension}`),
          rows: rowsOf(report.by[dimension], dimension, { words, context }),
          total: rowOf(report.total, { name: t('reports:by.total'), largest: 0, bcp47 }),
          // an outcome says itself how many were held
          isShort: dimension === 'outcome',
        })),
  };
}

/** Months in their order, everything else the largest first; groups that are hidden whole share the last line. */
function rowsOf(
  groups: readonly ReportGroup[],
  dimension: Dimension,
  { words, context: { t, bcp47 } }: Pick<Worded, 'words' | 'context'>,
): ReportRowView[] {
  const largest = Math.max(1, ...groups.map(({ talks }) => talks ?? 0));
  const shown = groups.filter(({ talks }) => talks !== null);
  const sorted = dimension === 'month' ? shown : [...shown].sort((a, b) => (b.talks ?? 0) - (a.talks ?? 0));
  const rows = sorted.map((group) =>
    rowOf(group, { name: words.group(dimension, group.key), largest, bcp47 }),
  );
  const [hidden] = groups.filter(({ talks }) => talks === null);
  if (!hidden) return rows;
  const name = t('reports:hidden-groups', { count: groups.length - shown.length });
  return [...rows, rowOf(hidden, { name, largest: 0, bcp47 })];
}

function rowOf(
  figures: Omit<ReportGroup, 'key'>,
  { name, largest, bcp47 }: { readonly name: string; readonly largest: number; readonly bcp47: string },
): ReportRowView {
  const count = (value: number | null): string => (value === null ? HIDDEN : value.toLocaleString(bcp47));
  const { talks, held, noShow, cancelled, persons, meanWaitingDays, costRappen } = figures;
  return {
    name,
    share: largest === 0 ? null : (talks ?? 0) / largest,
    talks: count(talks),
    held: count(held),
    noShow: count(noShow),
    cancelled: count(cancelled),
    persons: count(persons),
    waiting: meanWaitingDays === null ? '–' : meanWaitingDays.toLocaleString(bcp47),
    cost: costRappen === null ? '–' : Math.round(costRappen / 100).toLocaleString(bcp47),
  };
}
