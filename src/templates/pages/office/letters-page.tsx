import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { FilteredTable } from '../../components/filtered-list.js';
import { PostForm } from '../../components/post-form.js';
import { officePaths } from './paths.js';

/** One letter that waits. */
interface LetterRowView {
  readonly id: string;
  readonly household: { readonly href: string; readonly name: string };
  readonly kind: string;
  readonly language: string;
  /** Why it is not in the reader's own language; empty when it is. */
  readonly note: string;
  readonly talk: string;
  readonly due: string;
}

export interface LettersView {
  readonly csrfToken: string;
  /** How many wait in all; the list shows as many as one job prints. */
  readonly waiting: number;
  readonly rows: readonly LetterRowView[];
}

const columns = ['choose', 'household', 'kind', 'language', 'talk', 'due'] as const;

/** *Briefe*: print them, put them into the post, write that down. */
export function LettersPage({ view, t }: { readonly view: LettersView; readonly t: Translate }): VNode {
  return (
    <>
      <div class="page-head">
        <h1>{t('office:letters.title')}</h1>
        <p class="quiet">{t('office:letters.summary', { count: view.waiting })}</p>
      </div>
      {view.rows.length === 0 ? (
        <div class="empty">
          <p>{t('office:letters.empty')}</p>
          <a href={officePaths.delivery}>{t('office:delivery.title')}</a>
        </div>
      ) : (
        <PostForm action={officePaths.printLetters} csrfToken={view.csrfToken}>
          <ol>
            <li>{t('office:letters.step-print')}</li>
            <li>{t('office:letters.step-posted')}</li>
          </ol>
          <FilteredTable list="letters" columns={columns} t={t}>
            {view.rows.map((row) => (
              <LetterLine key={row.id} row={row} t={t} />
            ))}
          </FilteredTable>
          <p class="buttons">
            <button type="submit" class="button button-primary">
              {t('office:letters.print')}
            </button>
            <button type="submit" class="button" formaction={officePaths.postedLetters}>
              {t('office:letters.posted')}
            </button>
          </p>
        </PostForm>
      )}
    </>
  );
}

function LetterLine({ row, t }: { readonly row: LetterRowView; readonly t: Translate }): VNode {
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          name="letter"
          value={row.id}
          checked
          aria-label={t('office:letters.choose', { name: row.household.name })}
        />
      </td>
      <th scope="row">
        <a href={row.household.href}>{row.household.name}</a>
      </th>
      <td>{row.kind}</td>
      <td>
        {row.language}
        {row.note !== '' && <span class="below">{row.note}</span>}
      </td>
      <td class="keep">{row.talk}</td>
      <td class="keep">{row.due}</td>
      <td />
    </tr>
  );
}
