import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { PostForm } from '../../components/post-form.js';
import { officePaths } from './paths.js';
import { ListTable } from '../../components/list-table.js';

/** An import that was saved, as one line of the list. */
interface LatestImportView {
  readonly href: string;
  readonly day: string;
  readonly fileName: string;
  /** In the order created, updated, unchanged, rejected. */
  readonly counts: readonly number[];
}

export interface ImportPageView {
  readonly csrfToken: string;
  readonly errors: readonly FieldError[];
  readonly requiredColumns: string;
  readonly optionalColumns: string;
  readonly latest: readonly LatestImportView[];
}

interface ImportProperties {
  readonly view: ImportPageView;
  readonly t: Translate;
}

/** Choosing a list of arrivals, and what was imported lately. */
export function ImportPage({ view, t }: ImportProperties): VNode {
  return (
    <>
      <ErrorSummary title={t('validation:summary')} errors={view.errors} />
      <h1>{t('arrivals:page.title')}</h1>
      <p>{t('arrivals:page.lead')}</p>
      <section class="card narrow">
        <UploadForm view={view} t={t} />
      </section>
      <section class="spaced">
        <h2>{t('arrivals:page.latest')}</h2>
        {view.latest.length === 0 ? (
          <p class="quiet">{t('arrivals:page.latest-empty')}</p>
        ) : (
          <Latest view={view} t={t} />
        )}
      </section>
    </>
  );
}

function UploadForm({ view, t }: ImportProperties): VNode {
  const [error] = view.errors;
  return (
    <PostForm action={officePaths.import} csrfToken={view.csrfToken} class="stack" multipart>
      <div class={error ? 'field field-wrong' : 'field'}>
        <label for="file">{t('arrivals:page.file')}</label>
        {error && (
          <p class="field-error" id="file-error">
            {error.text}
          </p>
        )}
        <input
          id="file"
          name="file"
          type="file"
          accept=".csv,.txt,.tsv,.xlsx"
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? 'file-error' : undefined}
        />
      </div>
      <details>
        <summary>{t('arrivals:page.columns')}</summary>
        <p>{t('arrivals:page.columns-required', { columns: view.requiredColumns })}</p>
        <p>{t('arrivals:page.columns-optional', { columns: view.optionalColumns })}</p>
        <p>{t('arrivals:page.columns-rules')}</p>
      </details>
      <button type="submit" class="button button-primary">
        {t('arrivals:page.upload')}
      </button>
    </PostForm>
  );
}

const counted = ['created', 'updated', 'unchanged', 'rejected'] as const;

function Latest({ view, t }: ImportProperties): VNode {
  return (
    <section class="scroll" aria-label={t('arrivals:page.latest')} tabIndex={0}>
      <ListTable
        columns={[
          t('arrivals:page.latest-when'),
          t('arrivals:page.latest-file'),
          ...counted.map((name) => t(`arrivals:result.${name}`)),
        ]}
      >
        {view.latest.map((each) => (
          <tr key={each.href}>
            <th scope="row" class="keep">
              <a href={each.href}>{each.day}</a>
            </th>
            <td>
              <bdi>{each.fileName}</bdi>
            </td>
            {each.counts.map((count, index) => (
              <td key={counted[index]}>{count}</td>
            ))}
          </tr>
        ))}
      </ListTable>
    </section>
  );
}
