import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { PostForm } from '../../components/post-form.js';
import { ListTable } from '../../components/list-table.js';

/** One fact in both versions. */
export interface ConflictRowView {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface ConflictView {
  readonly title: string;
  /** Who changed it, and when. */
  readonly explanation: string;
  readonly rows: readonly ConflictRowView[];
  readonly action: string;
  readonly csrfToken: string;
  readonly headings: { readonly mine: string; readonly theirs: string };
  readonly buttons: { readonly mine: string; readonly theirs: string };
  /** The own entries, sent again when they are to win. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly backHref: string;
}

/** Somebody else was faster: both versions beside each other, and nothing is lost. */
export function ConflictPage({ view, t }: { readonly view: ConflictView; readonly t: Translate }): VNode {
  return (
    <div class="narrow">
      <h1>{view.title}</h1>
      <p>{view.explanation}</p>
      {view.rows.length > 0 && (
        <section class="scroll" aria-label={view.title} tabIndex={0}>
          <ListTable
            caption={t('office:conflict.caption')}
            columns={[t('office:conflict.fact'), view.headings.mine, view.headings.theirs]}
          >
            {view.rows.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                <td>{row.mine || '–'}</td>
                <td>{row.theirs || '–'}</td>
              </tr>
            ))}
          </ListTable>
        </section>
      )}
      <PostForm action={view.action} csrfToken={view.csrfToken}>
        {view.fields.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div class="buttons">
          <button type="submit" class="button button-primary">
            {view.buttons.mine}
          </button>
          <a class="button" href={view.backHref}>
            {view.buttons.theirs}
          </a>
        </div>
      </PostForm>
    </div>
  );
}
