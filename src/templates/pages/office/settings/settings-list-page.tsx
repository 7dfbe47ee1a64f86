import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { Badge, type BadgeView } from '../../../components/badge.js';
import { SettingsTrail } from './settings-trail.js';
import { ListTable } from '../../../components/list-table.js';

/** One record of a list. */
export interface SettingsRowView {
  /** null: it can only be looked at here. */
  readonly href: string | null;
  readonly name: string;
  readonly facts: string;
  readonly badges: readonly BadgeView[];
}

export interface SettingsListView {
  readonly title: string;
  readonly lead: string;
  readonly rows: readonly SettingsRowView[];
  readonly empty: string;
  /** Where another one is entered; null for those who only look. */
  readonly create: { readonly href: string; readonly label: string } | null;
}

/** All records of one kind, what is out of use last. */
export function SettingsListPage(properties: {
  readonly view: SettingsListView;
  readonly t: Translate;
}): VNode {
  const { view, t } = properties;
  return (
    <div class="narrow">
      <SettingsTrail list={null} t={t} />
      <h1>{view.title}</h1>
      <p class="lead">{view.lead}</p>
      {view.create && (
        <p>
          <a class="button button-primary" href={view.create.href}>
            {view.create.label}
          </a>
        </p>
      )}
      {view.rows.length === 0 ? <p class="empty">{view.empty}</p> : <Rows view={view} t={t} />}
    </div>
  );
}

function Rows({ view, t }: { readonly view: SettingsListView; readonly t: Translate }): VNode {
  return (
    <section class="scroll" aria-label={view.title} tabIndex={0}>
      <ListTable
        caption={view.title}
        columns={[t('settings:column.name'), t('settings:column.facts'), t('settings:column.state')]}
      >
        {view.rows.map((row) => (
          <tr key={row.href ?? `${row.name} ${row.facts}`}>
            <th scope="row">{row.href === null ? row.name : <a href={row.href}>{row.name}</a>}</th>
            <td>{row.facts}</td>
            <td>
              {row.badges.map((badge) => (
                <Badge key={badge.text} view={badge} />
              ))}
            </td>
          </tr>
        ))}
      </ListTable>
    </section>
  );
}
