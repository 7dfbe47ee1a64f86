import type { VNode } from 'preact';
import type { Translate } from '../../platform/i18n/i18n.js';
import { ListTable } from './list-table.js';

/** One error or warning of an import. */
interface ImportIssueView {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
}

/** All errors, or all warnings. */
export interface ImportIssuesView {
  readonly title: string;
  readonly lead: string;
  /** Heading of the messages. */
  readonly messageTitle: string;
  readonly withValues: boolean;
  readonly issues: readonly ImportIssueView[];
  /** How many more there are, in words; null when all are shown. */
  readonly more: string | null;
  readonly download: { readonly href: string; readonly label: string } | null;
}

/** A table of what is wrong, or to look at, by line and column; nothing when there is none. */
export function ImportIssues({
  view,
  t,
}: {
  readonly view: ImportIssuesView;
  readonly t: Translate;
}): VNode | null {
  if (view.issues.length === 0) return null;
  return (
    <section class="spaced">
      <h2>{view.title}</h2>
      <p>{view.lead}</p>
      <section class="scroll" aria-label={view.title} tabIndex={0}>
        <ListTable
          columns={[
            t('arrivals:page.line'),
            t('arrivals:page.column'),
            ...(view.withValues ? [t('arrivals:page.value')] : []),
            view.messageTitle,
          ]}
        >
          {view.issues.map((issue) => (
            <tr key={`${issue.line} ${issue.column} ${issue.message}`}>
              <th scope="row">{issue.line}</th>
              <td class="keep">
                <bdi>{issue.column}</bdi>
              </td>
              {view.withValues && (
                <td>
                  <bdi>{issue.value}</bdi>
                </td>
              )}
              <td>{issue.message}</td>
            </tr>
          ))}
        </ListTable>
      </section>
      {view.more !== null && <p class="quiet">{view.more}</p>}
      {view.download && (
        <p class="buttons">
          <a class="button button-small" href={view.download.href}>
            {view.download.label}
          </a>
        </p>
      )}
    </section>
  );
}
