import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../platform/i18n/i18n.js';
import { Filters, type FiltersView } from './filters.js';
import { ListTable } from './list-table.js';

/** A list with filters beside it and its pages below. */
export interface FilteredListView {
  readonly summary: string;
  readonly filters: FiltersView;
  /** What to do when nothing is listed; null when something is. */
  readonly empty: { readonly text: string; readonly href: string; readonly label: string } | null;
  /** Address of the first page; null on it. */
  readonly first: string | null;
  /** Address of the following page; null on the last. */
  readonly next: string | null;
}

interface FilteredListProperties {
  readonly title: string;
  readonly view: FilteredListView;
  /** Below the filters. */
  readonly beside?: ComponentChildren;
  readonly t: Translate;
  readonly children: ComponentChildren;
}

export function FilteredList({ title, view, beside, t, children }: FilteredListProperties): VNode {
  return (
    <>
      <div class="page-head">
        <h1>{title}</h1>
        <p class="quiet">{view.summary}</p>
      </div>
      <div class="with-filters">
        <div>
          <Filters view={view.filters} />
          {beside}
        </div>
        <div>
          {view.empty ? (
            <div class="empty">
              <p>{view.empty.text}</p>
              <a href={view.empty.href}>{view.empty.label}</a>
            </div>
          ) : (
            children
          )}
          <nav class="paging" aria-label={t('office:paging.label')}>
            {view.first !== null && <a href={view.first}>{t('office:paging.first')}</a>}
            {view.next !== null && (
              <a class="button" href={view.next} rel="next">
                {t('office:paging.next')}
              </a>
            )}
          </nav>
        </div>
      </div>
    </>
  );
}

interface FilteredTableProperties {
  /** Namespace of its words: `office:<list>.title`, `.caption` and `.column.<name>`. */
  readonly list: string;
  readonly columns: readonly string[];
  /** Says what the boxes at the start of the lines are for; left out: there are none. */
  readonly tick?: string;
  readonly t: Translate;
  readonly children: ComponentChildren;
}

/** The table of such a list; its last column holds the actions. */
export function FilteredTable({ list, columns, tick, t, children }: FilteredTableProperties): VNode {
  return (
    <section class="scroll" aria-label={t(`office:${list}.title`)} tabIndex={0}>
      <ListTable
        caption={t(`office:${list}.caption`)}
        columns={[
          ...(tick !== undefined ? [<span class="unseen">{tick}</span>] : []),
          ...columns.map((column) => t(`office:${list}.column.${column}`)),
          <span class="unseen">{t('office:inbox.column.action')}</span>,
        ]}
      >
        {children}
      </ListTable>
    </section>
  );
}
