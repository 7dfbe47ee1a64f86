import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { Badge, type BadgeView } from '../../components/badge.js';
import { jobPaths } from './jobs/job-paths.js';
import { officePaths } from './paths.js';
import { SavedFilters, type SavedFiltersView } from './saved-filters.js';
import { planPaths } from './plans/plan-paths.js';
import { FilteredList, type FilteredListView, FilteredTable } from '../../components/filtered-list.js';

/** One household of the list. */
export interface InboxRowView {
  readonly id: number;
  readonly href: string;
  readonly name: string;
  readonly reference: string;
  readonly marks: readonly string[];
  readonly language: string;
  readonly municipality: string;
  readonly arrived: string;
  readonly target: string;
  readonly overdue: BadgeView | null;
  readonly channel: string;
  readonly state: BadgeView;
  readonly talk: string | null;
  readonly lastNotice: { readonly kind: string; readonly state: string; readonly day: string } | null;
  /** Name of the box that selects the household; null when nothing can be done for it any more. */
  readonly tick: string | null;
  /** Where a talk is booked by hand, with its full accessible name. */
  readonly plan: { readonly href: string; readonly label: string } | null;
}

/** What can be done to the selected households; null when the reader may not. */
interface InboxBulkView {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** «alle 134 Treffer»: null when the page shows them all. */
  readonly everyone: string | null;
  /** The filters of the list, for everyone that they let through. */
  readonly filters: readonly (readonly [name: string, value: string])[];
}

export interface InboxView extends FilteredListView {
  readonly rows: readonly InboxRowView[];
  readonly bulk: InboxBulkView | null;
  readonly saved: SavedFiltersView;
}

interface InboxProperties {
  readonly view: InboxView;
  readonly t: Translate;
}

const columns = ['name', 'language', 'municipality', 'age', 'channel', 'state', 'last-notice'] as const;

/** *Eingang*: the households, most urgent first. */
export function InboxPage({ view, t }: InboxProperties): VNode {
  return (
    <FilteredList
      title={t('office:inbox.title')}
      view={view}
      beside={<SavedFilters view={view.saved} t={t} />}
      t={t}
    >
      <form method="get" action={planPaths.start}>
        {view.bulk && <Bulk view={view.bulk} t={t} />}
        <FilteredTable list="inbox" columns={columns} tick={t('office:inbox.column.select')} t={t}>
          {view.rows.map((row) => (
            <InboxLine key={row.id} row={row} t={t} />
          ))}
        </FilteredTable>
      </form>
    </FilteredList>
  );
}

function Bulk({ view, t }: { readonly view: InboxBulkView; readonly t: Translate }): VNode {
  return (
    <fieldset class="bulk above-list">
      <legend class="unseen">{view.label}</legend>
      {view.filters.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="button button-small">
        {t('office:inbox.to-plan')}
      </button>
      <label for="action">{view.label}</label>
      <select id="action" name="action">
        {view.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <button type="submit" class="button button-small" formAction={officePaths.bulk}>
        {t('jobs:bulk.look')}
      </button>
      {view.everyone !== null && (
        <label>
          <input type="checkbox" name="all" value="yes" /> {view.everyone}
        </label>
      )}
      <a href={officePaths.duplicates}>{t('office:duplicates.title')}</a>
      <a href={jobPaths.list}>{t('jobs:all')}</a>
    </fieldset>
  );
}

function InboxLine({ row, t }: { readonly row: InboxRowView; readonly t: Translate }): VNode {
  return (
    <tr>
      <td>
        {row.tick !== null && <input type="checkbox" name="household" value={row.id} aria-label={row.tick} />}
      </td>
      <th scope="row">
        <a href={row.href}>{row.name}</a>
        <span class="below">{[row.reference, ...row.marks].join(' · ')}</span>
      </th>
      <td>{row.language}</td>
      <td>{row.municipality}</td>
      <td class="keep">
        {row.arrived} <span class="below">{row.target}</span>
        {row.overdue && <Badge view={row.overdue} />}
      </td>
      <td class="keep">{row.channel}</td>
      <td>
        <Badge view={row.state} />
        {row.talk !== null && <span class="below">{row.talk}</span>}
      </td>
      <td>
        {row.lastNotice ? (
          <>
            {row.lastNotice.kind}{' '}
            <span class="below">
              {row.lastNotice.state} · {row.lastNotice.day}
            </span>
          </>
        ) : (
          <span class="quiet">–</span>
        )}
      </td>
      <td>
        {row.plan && (
          <a class="button button-small" href={row.plan.href} aria-label={row.plan.label}>
            {t('office:inbox.plan')}
          </a>
        )}
      </td>
    </tr>
  );
}
