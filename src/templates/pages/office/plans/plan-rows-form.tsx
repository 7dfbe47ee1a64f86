import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { PostForm } from '../../../components/post-form.js';
import { PlanRowLine, type PlanRowView, type RowButtonView } from './plan-row-line.js';

export interface PlanRowsView {
  readonly action: string;
  /** The view to come back to. */
  readonly view: string;
  readonly isOpen: boolean;
  readonly bulk: readonly RowButtonView[];
  /** Accepts whatever nobody has decided on; null when there is nothing. */
  readonly all: Omit<RowButtonView, 'name'> | null;
  /** Rows under a heading; one group without a heading when the rows are not grouped. */
  readonly groups: readonly { readonly heading: string | null; readonly rows: readonly PlanRowView[] }[];
}

interface RowsProperties {
  readonly view: PlanRowsView;
  readonly csrfToken: string;
  readonly t: Translate;
}

const columns = [
  'name',
  'language',
  'proposal',
  'caseworker',
  'interpreter',
  'why',
  'state',
  'action',
] as const;

/** The rows of a plan, each with what can be done with it. */
export function PlanRowsForm({ view, csrfToken, t }: RowsProperties): VNode {
  const groups = view.groups.filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) return <p class="empty">{t('plans:review.empty')}</p>;
  return (
    <PostForm action={view.action} csrfToken={csrfToken}>
      <input type="hidden" name="view" value={view.view} />
      {view.isOpen && (
        <fieldset class="bulk">
          <legend>{t('plans:review.bulk')}</legend>
          {view.bulk.map((button) => (
            <button
              type="submit"
              key={button.value}
              class="button button-small"
              name="do"
              value={button.value}
            >
              {button.label}
            </button>
          ))}
          {view.all && (
            <button type="submit" class="button button-small bulk-all" name="do" value={view.all.value}>
              {view.all.label}
            </button>
          )}
        </fieldset>
      )}
      {groups.map((group) => (
        <section key={group.heading}>
          {group.heading !== null && <h2 class="apart">{group.heading}</h2>}
          <RowsTable rows={group.rows} heading={group.heading} isOpen={view.isOpen} t={t} />
        </section>
      ))}
    </PostForm>
  );
}

function RowsTable(properties: {
  readonly rows: readonly PlanRowView[];
  readonly heading: string | null;
  readonly isOpen: boolean;
  readonly t: Translate;
}): VNode {
  const { rows, heading, isOpen, t } = properties;
  const title = heading ?? t('plans:review.caption');
  return (
    <section class="scroll" aria-label={title} tabIndex={0}>
      <table class="list plan-rows">
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            {isOpen && (
              <th scope="col">
                <span class="unseen">{t('plans:review.select')}</span>
              </th>
            )}
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`plans:review.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PlanRowLine key={row.id} row={row} isOpen={isOpen} t={t} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
