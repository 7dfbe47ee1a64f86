import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { Badge, type BadgeView } from '../../../components/badge.js';

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

/** One row of a plan with its buttons. */
export function PlanRowLine(properties: {
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
