import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { Badge, type BadgeView } from '../../components/badge.js';
import { Filters, type FiltersView } from '../../components/filters.js';

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
  /** Where a talk is booked by hand, with its full accessible name. */
  readonly plan: { readonly href: string; readonly label: string } | null;
}

export interface InboxView {
  readonly summary: string;
  readonly filters: FiltersView;
  readonly rows: readonly InboxRowView[];
  /** What stands there when no row does. */
  readonly empty: { readonly text: string; readonly href: string; readonly label: string };
  readonly first: string | null;
  readonly next: string | null;
}

interface InboxProperties {
  readonly view: InboxView;
  readonly t: Translate;
}

const columns = ['name', 'language', 'municipality', 'age', 'channel', 'state', 'last-notice'] as const;

/** *Eingang*: the households, most urgent first. */
export function InboxPage({ view, t }: InboxProperties): VNode {
  return (
    <>
      <div class="page-head">
        <h1>{t('office:inbox.title')}</h1>
        <p class="quiet">{view.summary}</p>
      </div>
      <div class="with-filters">
        <Filters view={view.filters} />
        <div>
          {view.rows.length === 0 ? (
            <div class="empty">
              <p>{view.empty.text}</p>
              <a href={view.empty.href}>{view.empty.label}</a>
            </div>
          ) : (
            <InboxTable view={view} t={t} />
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

function InboxTable({ view, t }: InboxProperties): VNode {
  return (
    <section class="scroll" aria-label={t('office:inbox.title')} tabIndex={0}>
      <table class="list">
        <caption class="unseen">{t('office:inbox.caption')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`office:inbox.column.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span class="unseen">{t('office:inbox.column.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <InboxLine key={row.id} row={row} t={t} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function InboxLine({ row, t }: { readonly row: InboxRowView; readonly t: Translate }): VNode {
  return (
    <tr>
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
