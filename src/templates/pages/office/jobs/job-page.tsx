import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { ActionButton, type ActionView } from '../../../components/action-button.js';
import { Badge, type BadgeView } from '../../../components/badge.js';
import { jobPaths } from './job-paths.js';
import { ListTable } from '../../../components/list-table.js';

export interface JobView {
  readonly id: string;
  readonly title: string;
  readonly isUnderWay: boolean;
  /** From 0 to 100; null while nobody knows. */
  readonly percent: number | null;
  /** The step and how far it is, or how the job ended, in one line. */
  readonly status: string;
  /** What else there is to know, a line each. */
  readonly notes: readonly string[];
  readonly actions: readonly ActionView[];
  /** Where the result is looked at; null when this page is the result. */
  readonly next: { readonly href: string; readonly label: string } | null;
  /** Files that were made, each to be opened. */
  readonly files: readonly { readonly href: string; readonly label: string }[];
  readonly items: readonly JobItemView[];
  /** How many more items there are than are listed. */
  readonly moreItems: number;
  readonly csrfToken: string;
}

export interface JobItemView {
  readonly href: string;
  readonly name: string;
  readonly state: BadgeView;
  readonly note: string;
}

interface JobProperties {
  readonly view: JobView;
  readonly t: Translate;
}

/** Long work: how far it is while it goes on, and afterwards, at the same address, what came of it. */
export function JobPage({ view, t }: JobProperties): VNode {
  return (
    <div class="narrow" data-job={view.id} data-under-way={view.isUnderWay ? '' : undefined}>
      <h1 tabIndex={-1}>{view.title}</h1>
      {view.isUnderWay && <Progress view={view} t={t} />}
      <p class="job-status">{view.status}</p>
      <p class="unseen" role="status" data-job-spoken="" />
      {view.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {view.isUnderWay && (
        <p class="hint">
          {t('jobs:leave')} <span data-job-refresh="">{t('jobs:refresh')}</span>
        </p>
      )}
      {view.files.length > 0 && (
        <p class="buttons">
          {view.files.map(({ href, label }) => (
            <a key={href} class="button" href={href} target="_blank">
              {label}
            </a>
          ))}
        </p>
      )}
      <div class="buttons">
        {view.next && (
          <a class="button button-primary" href={view.next.href}>
            {view.next.label}
          </a>
        )}
        {view.actions.map((action) => (
          <ActionButton key={action.action} view={action} csrfToken={view.csrfToken} />
        ))}
        <a href={jobPaths.list}>{t('jobs:all')}</a>
      </div>
      {view.items.length > 0 && <Items view={view} t={t} />}
    </div>
  );
}

function Progress({ view, t }: JobProperties): VNode {
  return (
    <>
      <label for="progress">{t('jobs:progress')}</label>
      {view.percent === null ? (
        <progress id="progress" class="progress" />
      ) : (
        <progress id="progress" class="progress" value={view.percent} max={100}>
          {view.percent} %
        </progress>
      )}
    </>
  );
}

function Items({ view, t }: JobProperties): VNode {
  return (
    <section class="scroll apart" aria-label={t('jobs:items.caption')} tabIndex={0}>
      <ListTable
        caption={t('jobs:items.caption')}
        columns={[t('jobs:items.household'), t('jobs:items.state'), t('jobs:items.note')]}
      >
        {view.items.map((item) => (
          <tr key={item.href}>
            <th scope="row">
              <a href={item.href}>
                <bdi>{item.name}</bdi>
              </a>
            </th>
            <td>
              <Badge view={item.state} />
            </td>
            <td>{item.note}</td>
          </tr>
        ))}
      </ListTable>
      {view.moreItems > 0 && <p>{t('jobs:items.more', { count: view.moreItems })}</p>}
    </section>
  );
}
