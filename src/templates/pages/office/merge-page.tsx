import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { PostForm } from '../../components/post-form.js';
import { ListTable } from '../../components/list-table.js';

/** One of the two entries. */
interface MergeSideView {
  readonly id: number;
  readonly href: string;
  readonly reference: string;
  readonly version: number;
}

export interface MergeView {
  readonly title: string;
  readonly action: string;
  readonly csrfToken: string;
  /** Why the page is shown again, or why the two cannot be merged; null: they can. */
  readonly message: string | null;
  readonly canMerge: boolean;
  readonly kept: MergeSideView;
  readonly gone: MergeSideView;
  /** The same page with the other one staying. */
  readonly swapHref: string;
  /** Each fact of both, and what is kept. */
  readonly rows: readonly {
    readonly fact: string;
    readonly kept: string;
    readonly gone: string;
    readonly result: string;
  }[];
}

interface MergeProperties {
  readonly view: MergeView;
  readonly t: Translate;
}

/** Two entries side by side and what becomes of them; nothing happens before it is approved. */
export function MergePage({ view, t }: MergeProperties): VNode {
  return (
    <>
      <h1>{view.title}</h1>
      <p class="lead">{t('office:merge.lead')}</p>
      {view.message !== null && (
        <p class="conflict-line" role="alert">
          <span aria-hidden="true">⚠</span> {view.message}
        </p>
      )}
      <Facts view={view} t={t} />
      <PostForm action={view.action} csrfToken={view.csrfToken} class="buttons">
        <input type="hidden" name="with" value={view.gone.id} />
        <input type="hidden" name="version" value={view.kept.version} />
        <input type="hidden" name="otherVersion" value={view.gone.version} />
        {view.canMerge && (
          <button type="submit" class="button button-primary" name="do" value="merge">
            {t('office:merge.submit', { kept: view.kept.reference })}
          </button>
        )}
        <button type="submit" class="button" name="do" value="apart">
          {t('office:merge.apart')}
        </button>
        <a href={view.swapHref}>{t('office:merge.swap', { reference: view.gone.reference })}</a>
      </PostForm>
      <p class="hint">{t('office:merge.for-good')}</p>
    </>
  );
}

function Facts({ view, t }: MergeProperties): VNode {
  return (
    <section class="scroll" aria-label={view.title} tabIndex={0}>
      <ListTable
        caption={view.title}
        columns={[
          t('office:merge.fact.title'),
          <>
            {t('office:merge.kept')} <a href={view.kept.href}>{view.kept.reference}</a>
          </>,
          <>
            {t('office:merge.gone')} <a href={view.gone.href}>{view.gone.reference}</a>
          </>,
          t('office:merge.result'),
        ]}
      >
        {view.rows.map((row) => (
          <tr key={row.fact}>
            <th scope="row">{row.fact}</th>
            <td>{row.kept}</td>
            <td>{row.gone}</td>
            <td>{row.result}</td>
          </tr>
        ))}
      </ListTable>
    </section>
  );
}
