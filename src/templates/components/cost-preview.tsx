import type { VNode } from 'preact';
import type { Translate } from '../../platform/i18n/i18n.js';

/** What a change costs, in words, and the computation behind it. */
export interface CostPreviewView {
  readonly title: string;
  /** What it costs now. */
  readonly now: string;
  /** Until or after when it costs something else. */
  readonly otherTimes: readonly string[];
  readonly notes: readonly string[];
  /** null: nothing is known. */
  readonly computation: CostComputationView | null;
}

interface CostComputationView extends CostTableView {
  readonly tariff: string;
  readonly tariffHref: string;
}

export interface CostTableView {
  readonly lines: readonly { readonly what: string; readonly factors: string; readonly amount: string }[];
  readonly total: string;
}

interface CostPreviewProperties {
  readonly view: CostPreviewView;
  readonly t: Translate;
}

/** The price of a change, before it is made. */
export function CostPreview({ view, t }: CostPreviewProperties): VNode {
  return (
    <section class="card cost-preview" aria-labelledby="cost-preview">
      <h2 id="cost-preview">{view.title}</h2>
      <p>
        <strong>{view.now}</strong>
        {view.otherTimes.map((text) => `; ${text}`).join('')}
      </p>
      {view.notes.map((text) => (
        <p key={text} class="hint">
          {text}
        </p>
      ))}
      {view.computation && <Computation view={view.computation} t={t} />}
    </section>
  );
}

function Computation({ view, t }: { readonly view: CostComputationView; readonly t: Translate }): VNode {
  return (
    <details>
      <summary>{t('tariffs:cost.how')}</summary>
      <p>
        <a href={view.tariffHref}>{view.tariff}</a>
      </p>
      {view.lines.length === 0 ? <p>{t('tariffs:cost.nothing')}</p> : <CostTable view={view} t={t} />}
    </details>
  );
}

/** The lines of a computation with their sum. */
export function CostTable({ view, t }: { readonly view: CostTableView; readonly t: Translate }): VNode {
  return (
    <table class="cost-table">
      <thead>
        <tr>
          <th scope="col">{t('tariffs:cost.what')}</th>
          <th scope="col">{t('tariffs:cost.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {view.lines.map((line, index) => (
          <tr key={index}>
            <td>
              {line.what}
              {line.factors !== '' && <span class="quiet"> {line.factors}</span>}
            </td>
            <td>{line.amount}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('tariffs:cost.total')}</th>
          <td>{view.total}</td>
        </tr>
      </tfoot>
    </table>
  );
}
