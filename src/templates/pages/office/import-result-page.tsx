import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { type FactView, Facts } from '../../components/facts.js';
import { ImportIssues, type ImportIssuesView } from '../../components/import-issues.js';
import { PostForm } from '../../components/post-form.js';
import { officePaths } from './paths.js';
import { ListTable } from '../../components/list-table.js';

/** A household as it was read, before it is saved. */
export interface SampleView {
  readonly key: string;
  readonly persons: readonly string[];
  readonly languages: string;
  readonly municipality: string;
  readonly arrived: string;
  readonly contact: string;
}

export interface ImportResultView {
  readonly id: string;
  readonly isSaved: boolean;
  readonly title: string;
  readonly fileName: string;
  readonly csrfToken: string;
  /** Something in the file is new. */
  readonly hasNews: boolean;
  readonly saveLabel: string;
  readonly counts: readonly {
    readonly label: string;
    readonly count: number;
    readonly tone: 'plain' | 'bad';
  }[];
  readonly reading: readonly FactView[];
  readonly mapped: readonly { readonly heading: string; readonly field: string }[];
  readonly errors: ImportIssuesView;
  readonly warnings: ImportIssuesView;
  readonly sample: readonly SampleView[];
}

interface ResultProperties {
  readonly view: ImportResultView;
  readonly t: Translate;
}

/** What is in a file before it is saved, and what came of it afterwards. */
export function ImportResultPage({ view, t }: ResultProperties): VNode {
  return (
    <>
      <div class="page-head">
        <h1>{view.title}</h1>
        <p class="quiet">
          <bdi>{view.fileName}</bdi>
        </p>
      </div>
      <p>{t(view.isSaved ? 'arrivals:page.saved-lead' : 'arrivals:page.preview-lead')}</p>
      <dl class="counts">
        {view.counts.map(({ label, count, tone }) => (
          <div key={label} class={tone === 'bad' && count > 0 ? 'count-bad' : undefined}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {view.isSaved ? <Onwards t={t} /> : <Decision view={view} t={t} />}
      <ImportIssues view={view.errors} t={t} />
      <ImportIssues view={view.warnings} t={t} />
      {view.sample.length > 0 && <Sample view={view} t={t} />}
      <Reading view={view} t={t} />
    </>
  );
}

function Onwards({ t }: { readonly t: Translate }): VNode {
  return (
    <p class="buttons">
      <a class="button button-primary" href={officePaths.inbox}>
        {t('arrivals:page.to-inbox')}
      </a>
      <a class="button" href={officePaths.import}>
        {t('arrivals:page.another')}
      </a>
    </p>
  );
}

function Decision({ view, t }: ResultProperties): VNode {
  return (
    <PostForm action={officePaths.savedImport(view.id)} csrfToken={view.csrfToken}>
      {!view.hasNews && <p class="empty">{t('arrivals:page.nothing')}</p>}
      <div class="buttons">
        {view.hasNews && (
          <button type="submit" class="button button-primary">
            {view.saveLabel}
          </button>
        )}
        <button type="submit" class="button" formAction={officePaths.discardImport(view.id)}>
          {t('arrivals:page.discard')}
        </button>
      </div>
    </PostForm>
  );
}

function Sample({ view, t }: ResultProperties): VNode {
  const columns = ['persons', 'language', 'municipality', 'arrived', 'contact'] as const;
  return (
    <section class="spaced">
      <h2>{t('arrivals:page.sample')}</h2>
      <p>{t('arrivals:page.sample-lead')}</p>
      <section class="scroll" aria-label={t('arrivals:page.sample')} tabIndex={0}>
        <ListTable columns={columns.map((column) => t(`arrivals:page.sample-${column}`))}>
          {view.sample.map((household) => (
            <tr key={household.key}>
              <th scope="row">
                {household.persons.map((person) => (
                  <span key={person} class="line">
                    <bdi>{person}</bdi>
                  </span>
                ))}
              </th>
              <td>{household.languages}</td>
              <td>{household.municipality}</td>
              <td class="keep">{household.arrived}</td>
              <td>
                <bdi>{household.contact}</bdi>
              </td>
            </tr>
          ))}
        </ListTable>
      </section>
    </section>
  );
}

function Reading({ view, t }: ResultProperties): VNode {
  return (
    <section class="card spaced">
      <h2>{t('arrivals:page.reading')}</h2>
      <Facts facts={view.reading} />
      <details>
        <summary>{t('arrivals:page.mapped')}</summary>
        <ListTable columns={[t('arrivals:page.heading'), t('arrivals:page.field')]}>
          {view.mapped.map(({ heading, field }) => (
            <tr key={field}>
              <th scope="row">
                <bdi>{heading}</bdi>
              </th>
              <td>{field}</td>
            </tr>
          ))}
        </ListTable>
      </details>
    </section>
  );
}
