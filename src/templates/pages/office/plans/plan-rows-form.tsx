import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { Badge, type BadgeView } from '../../../components/badge.js';
import { PostForm } from '../../../components/post-form.js';

/** A button of a row; its accessible name has the person's name in it. */
export interface RowButtonView {
  readonly value: string;
  readonly label: string;
  readonly name: string;
}

/** An announced talk that moves: where it was, and why it does not stay. */
export interface PlanMoveView {
  readonly mark: string;
  readonly was: string;
  readonly why: string;
}

export interface PlanRowView {
  readonly id: number;
  readonly name: string;
  readonly href: string;
  readonly about: string;
  readonly language: string;
  readonly when: string;
  readonly where: string;
  /** The talk that the household was told of already. */
  readonly move: PlanMoveView | null;
  /** What it was before, when it differs. */
  readonly was: string | null;
  readonly mark: string | null;
  readonly caseworker: string;
  readonly interpreter: string;
  readonly cost: string;
  readonly reasons: readonly string[];
  readonly state: BadgeView;
  readonly conflict: string | null;
  readonly selectLabel: string;
  readonly buttons: readonly RowButtonView[];
  readonly change: { readonly href: string; readonly name: string } | null;
}

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
            <button type="submit" class="button button-small" name="do" value={view.all.value}>
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
    <div class="scroll" role="region" aria-label={title} tabIndex={0}>
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
    </div>
  );
}

function PlanRowLine(properties: {
  readonly row: PlanRowView;
  readonly isOpen: boolean;
  readonly t: Translate;
}): VNode {
  const { row, isOpen, t } = properties;
  return (
    <tr>
      {isOpen && (
        <td>
          <input type="checkbox" name="row" value={row.id} aria-label={row.selectLabel} />
        </td>
      )}
      <th scope="row">
        <a href={row.href}>{row.name}</a>
        <span class="below">{row.about}</span>
      </th>
      <td>{row.language}</td>
      <td class="keep">
        {row.when}
        <span class="below">{row.where}</span>
        {row.move && (
          <span class="below">
            {t('plans:move.was')}: <del>{row.move.was}</del>
          </span>
        )}
        {row.was !== null && (
          <span class="below">
            {t('plans:review.was')}: <del>{row.was}</del>
          </span>
        )}
        {row.move && <span class="mark">{row.move.mark}</span>}{' '}
        {row.mark !== null && <span class="mark">{row.mark}</span>}
      </td>
      <td>{row.caseworker}</td>
      <td>
        {row.interpreter}
        <span class="below">{row.cost}</span>
      </td>
      <td>
        <ul class="why">
          {row.move && (
            <li>
              <strong>{row.move.why}</strong>
            </li>
          )}
          {row.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </td>
      <td>
        <Badge view={row.state} />
        {row.conflict !== null && <span class="below">{row.conflict}</span>}
      </td>
      <td class="row-actions">
        {row.buttons.map((button) => (
          <button
            type="submit"
            key={button.value}
            class="button button-small"
            name="do"
            value={button.value}
            aria-label={button.name}
          >
            {button.label}
          </button>
        ))}
        {row.change && (
          <a class="button button-small" href={row.change.href} aria-label={row.change.name}>
            {t('plans:action.change')}
          </a>
        )}
      </td>
    </tr>
  );
}
