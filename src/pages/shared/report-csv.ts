import {
  dimensions,
  type Dimension,
  type ReportGroup,
  type TalkReport,
} from '../../features/reports/index.js';
import { csvOf } from './csv.js';

/** Columns of a report as a table, in this order. */
const reportColumns = [
  'talks',
  'held',
  'no-show',
  'cancelled',
  'persons',
  'mean-waiting-days',
  'cost',
] as const;

/** How a report is worded: heads of columns, names of dimensions and of their groups. */
export interface ReportWords {
  readonly head: (column: 'dimension' | 'group' | (typeof reportColumns)[number]) => string;
  readonly dimension: (dimension: Dimension | 'total') => string;
  readonly group: (dimension: Dimension, key: string) => string;
  /** Stands where a figure is hidden. */
  readonly hidden: string;
}

/** A report for spreadsheets, the total first. */
export function reportCsv(report: TalkReport, words: ReportWords): string {
  const head = (['dimension', 'group', ...reportColumns] as const).map(words.head);
  const total = [words.dimension('total'), '', ...figuresOf(report.total, words.hidden)];
  const groups = dimensions.flatMap((dimension) =>
    report.by[dimension].map((group) => [
      words.dimension(dimension),
      words.group(dimension, group.key),
      ...figuresOf(group, words.hidden),
    ]),
  );
  return csvOf([head, total, ...groups]);
}

function figuresOf(group: Omit<ReportGroup, 'key'>, hidden: string): string[] {
  const { talks, held, noShow, cancelled, persons, meanWaitingDays, costRappen } = group;
  const francs = costRappen === null ? null : (costRappen / 100).toFixed(2);
  return [talks, held, noShow, cancelled, persons, meanWaitingDays, francs].map((figure) =>
    figure === null ? hidden : String(figure),
  );
}
