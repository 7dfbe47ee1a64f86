import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ActionButton, type ActionView } from '../../components/action-button.js';
import { Badge, type BadgeView } from '../../components/badge.js';
import { Filters, type FiltersView } from '../../components/filters.js';

/** One notice of the list. */
export interface DeliveryRowView {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly recipient: string;
  /** The household itself is told; else somebody is told about it. */
  readonly isHousehold: boolean;
  readonly household: { readonly href: string; readonly name: string };
  readonly state: BadgeView;
  readonly reason: string;
  readonly when: string;
  readonly channel: string;
  readonly language: string;
  readonly resend: ActionView | null;
}

export interface DeliveryView {
  readonly summary: string;
  readonly csrfToken: string;
  readonly filters: FiltersView;
  readonly rows: readonly DeliveryRowView[];
  readonly empty: { readonly text: string; readonly href: string; readonly label: string } | null;
  readonly first: string | null;
  readonly next: string | null;
}

interface DeliveryProperties {
  readonly view: DeliveryView;
  readonly t: Translate;
}

const columns = ['kind', 'recipient', 'state', 'when', 'channel'] as const;

/** *Zustellung*: what was told to whom, and what did not arrive. */
export function DeliveryPage({ view, t }: DeliveryProperties): VNode {
  return (
    <>
      <div class="page-head">
        <h1>{t('office:delivery.title')}</h1>
        <p class="quiet">{view.summary}</p>
      </div>
      <div class="with-filters">
        <Filters view={view.filters} />
        <div>
          {view.empty ? (
            <div class="empty">
              <p>{view.empty.text}</p>
              <a href={view.empty.href}>{view.empty.label}</a>
            </div>
          ) : (
            <DeliveryTable view={view} t={t} />
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

function DeliveryTable({ view, t }: DeliveryProperties): VNode {
  return (
    <section class="scroll" aria-label={t('office:delivery.title')} tabIndex={0}>
      <table class="list">
        <caption class="unseen">{t('office:delivery.caption')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`office:delivery.column.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span class="unseen">{t('office:inbox.column.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.kind}
                {row.subject !== '' && <span class="below">{row.subject}</span>}
              </th>
              <td>
                {row.isHousehold ? (
                  <a href={row.household.href}>{row.recipient}</a>
                ) : (
                  <>
                    {row.recipient}
                    <span class="below">
                      {t('office:delivery.about')} <a href={row.household.href}>{row.household.name}</a>
                    </span>
                  </>
                )}
              </td>
              <td>
                <Badge view={row.state} />
                {row.reason !== '' && <span class="below">{row.reason}</span>}
              </td>
              <td class="keep">{row.when}</td>
              <td>
                {row.channel}
                <span class="below">{row.language}</span>
              </td>
              <td>{row.resend && <ActionButton view={row.resend} csrfToken={view.csrfToken} small />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
