import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../../components/error-summary.js';
import { type FieldGroupView, FieldGroups } from '../../../components/form-fields.js';
import { PostForm } from '../../../components/post-form.js';
import { planPaths } from './plan-paths.js';
import { ListTable } from '../../../components/list-table.js';

/** What other weights would do: a line per part or measure, before, after, and perhaps the difference. */
export interface WeightsEffectView {
  readonly title: string;
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly part: string; readonly cells: readonly string[] }[];
}

export interface WeightsView {
  readonly lead: string;
  readonly csrfToken: string;
  readonly groups: readonly FieldGroupView[];
  readonly errors: readonly FieldError[];
  readonly effect: WeightsEffectView | null;
  /** Said after the effect was asked for. */
  readonly note: string | null;
  /** Planners without that right look and try out. */
  readonly maySave: boolean;
}

interface WeightsProperties {
  readonly view: WeightsView;
  readonly t: Translate;
}

/** What wishes are worth to the office, with the effect on the last plan before anything is saved. */
export function WeightsPage({ view, t }: WeightsProperties): VNode {
  return (
    <div class="narrow">
      <ErrorSummary title={t('validation:summary')} errors={view.errors} />
      <h1>{t('plans:weights.title')}</h1>
      <p>{view.lead}</p>
      {view.effect && <Effect view={view.effect} />}
      {view.note !== null && (
        <p role="status" class="apart">
          {view.note}
        </p>
      )}
      <PostForm action={planPaths.weights} csrfToken={view.csrfToken} class="stack">
        <FieldGroups groups={view.groups} errors={view.errors} />
        <p class="hint">
          {t('plans:weights.try-hint')} {!view.maySave && t('plans:weights.looking')}
        </p>
        <div class="buttons">
          <button type="submit" class="button" name="do" value="preview">
            {t('plans:weights.preview')}
          </button>
          <button type="submit" class="button" name="do" value="try">
            {t('plans:weights.try')}
          </button>
          {view.maySave && (
            <button type="submit" class="button button-primary" name="do" value="save">
              {t('plans:weights.save')}
            </button>
          )}
          <a href={planPaths.start}>{t('plans:back')}</a>
        </div>
      </PostForm>
    </div>
  );
}

function Effect({ view }: { readonly view: WeightsEffectView }): VNode {
  return (
    <section class="apart">
      <h2>{view.title}</h2>
      <section class="scroll fitted" aria-label={view.title} tabIndex={0}>
        <ListTable numbers caption={view.caption} columns={view.head.map((name) => name)}>
          {view.rows.map((row) => (
            <tr key={row.part}>
              <th scope="row">{row.part}</th>
              {row.cells.map((cell, index) => (
                <td key={view.head[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </ListTable>
      </section>
    </section>
  );
}
