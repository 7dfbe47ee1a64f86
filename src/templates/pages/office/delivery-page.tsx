import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ActionButton, type ActionView } from '../../components/action-button.js';
import { Badge, type BadgeView } from '../../components/badge.js';
import { FilteredList, type FilteredListView, FilteredTable } from '../../components/filtered-list.js';

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
  readonly letterInstead: ActionView | null;
}

/** A domain, or our own mail server, that gets fewer mails at present, and what it said. */
export interface LimitView {
  readonly text: string;
  readonly reply: string;
}

export interface DeliveryView extends FilteredListView {
  readonly csrfToken: string;
  readonly rows: readonly DeliveryRowView[];
  readonly limits: readonly LimitView[];
  /** The way to the letters that wait for the printer; null when none does. */
  readonly letters: { readonly href: string; readonly label: string } | null;
}

interface DeliveryProperties {
  readonly view: DeliveryView;
  readonly t: Translate;
}

const columns = ['kind', 'recipient', 'state', 'when', 'channel'] as const;

/** *Zustellung*: what was told to whom, and what did not arrive. */
export function DeliveryPage({ view, t }: DeliveryProperties): VNode {
  return (
    <FilteredList title={t('office:delivery.title')} view={view} t={t}>
      {view.limits.map((limit) => (
        <Limit key={limit.text} view={limit} />
      ))}
      {view.letters && (
        <p>
          <a class="button" href={view.letters.href}>
            {view.letters.label}
          </a>
        </p>
      )}
      <FilteredTable list="delivery" columns={columns} t={t}>
        {view.rows.map((row) => (
          <DeliveryLine key={row.id} row={row} csrfToken={view.csrfToken} t={t} />
        ))}
      </FilteredTable>
    </FilteredList>
  );
}

function Limit({ view }: { readonly view: LimitView }): VNode {
  return (
    <p class="banner banner-warn">
      {view.text}
      {view.reply !== '' && <span class="below">{view.reply}</span>}
    </p>
  );
}

interface LineProperties {
  readonly row: DeliveryRowView;
  readonly csrfToken: string;
  readonly t: Translate;
}

function DeliveryLine({ row, csrfToken, t }: LineProperties): VNode {
  return (
    <tr>
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
      <td>
        {row.resend && <ActionButton view={row.resend} csrfToken={csrfToken} small />}
        {row.letterInstead && <ActionButton view={row.letterInstead} csrfToken={csrfToken} small />}
      </td>
    </tr>
  );
}
