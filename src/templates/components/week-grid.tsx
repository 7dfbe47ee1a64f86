import type { VNode } from 'preact';
import type { Translate } from '../../platform/i18n/i18n.js';
import { type CardView, TalkCard } from './talk-card.js';

/** What stands where a row and a column meet. */
export interface CellView {
  readonly key: string;
  readonly cards: readonly CardView[];
  /** Times in which nothing can be planned, with the reason. */
  readonly blocks: readonly string[];
  /** Where a new talk is planned; null when nothing can be. */
  readonly add: { readonly href: string; readonly label: string } | null;
}

/** The plan as a table. */
export interface GridView {
  readonly caption: string;
  readonly corner: string;
  readonly columns: readonly { readonly key: string; readonly label: string; readonly isToday: boolean }[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly below: string;
    readonly cells: readonly CellView[];
  }[];
}

/** The plan: a table that scrolls in its own region, never the page. */
export function WeekGrid({ view, t }: { readonly view: GridView; readonly t: Translate }): VNode {
  return (
    <section class="scroll" aria-label={t('office:week.scroll-region')} tabIndex={0} id="plan">
      <table class="week">
        <caption>{view.caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="week-corner">
              {view.corner}
            </th>
            {view.columns.map((column) => (
              <th key={column.key} scope="col" aria-current={column.isToday ? 'date' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.label}
                {row.below !== '' && <span class="below">{row.below}</span>}
              </th>
              {row.cells.map((cell) => (
                <Cell key={cell.key} cell={cell} t={t} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell, t }: { readonly cell: CellView; readonly t: Translate }): VNode {
  return (
    <td>
      <ul class="cell">
        {cell.cards.map((card) => (
          <li key={card.id}>
            <TalkCard card={card} />
          </li>
        ))}
        {cell.blocks.map((text) => (
          <li key={text} class="blocked">
            {text}
          </li>
        ))}
        {cell.add && (
          <li>
            <a class="add" href={cell.add.href} aria-label={cell.add.label}>
              {t('office:week.add')}
            </a>
          </li>
        )}
      </ul>
    </td>
  );
}
