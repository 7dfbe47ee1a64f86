import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { FilteredList, type FilteredListView } from '../../components/filtered-list.js';
import { ListTable } from '../../components/list-table.js';

/** One entry of the audit: words for people, and the names that filters and other systems use. */
export interface AuditLineView {
  readonly id: string;
  readonly when: string;
  readonly who: string;
  readonly actor: string;
  readonly what: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
}

interface AuditView extends FilteredListView {
  readonly rows: readonly AuditLineView[];
}

interface AuditProperties {
  readonly view: AuditView;
  readonly t: Translate;
}

const columns = ['when', 'actor', 'action', 'subject'] as const;

/** *Protokoll*: who did what to which thing, the newest first. */
export function AuditPage({ view, t }: AuditProperties): VNode {
  return (
    <FilteredList title={t('office:audit.title')} view={view} t={t}>
      <section class="scroll" aria-label={t('office:audit.title')} tabIndex={0}>
        <ListTable
          caption={t('office:audit.caption')}
          columns={columns.map((column) => t(`office:audit.column.${column}`))}
        >
          {view.rows.map((row) => (
            <AuditLine key={row.id} row={row} />
          ))}
        </ListTable>
      </section>
    </FilteredList>
  );
}

function AuditLine({ row }: { readonly row: AuditLineView }): VNode {
  return (
    <tr>
      <td class="keep">{row.when}</td>
      <td>
        {row.who}
        <span class="below">{row.actor}</span>
      </td>
      <th scope="row">
        {row.what}
        {row.what !== row.action && <span class="below">{row.action}</span>}
      </th>
      <td>
        {row.subject}
        {row.detail !== '' && <span class="below">{row.detail}</span>}
      </td>
    </tr>
  );
}
