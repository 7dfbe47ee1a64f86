import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { Badge, type BadgeView } from '../../../components/badge.js';
import { ListTable } from '../../../components/list-table.js';

export interface JobLineView {
  readonly href: string;
  readonly name: string;
  readonly who: string;
  readonly state: BadgeView;
  readonly figures: string;
}

/** Long work of the office, the newest first. */
export function JobsPage({
  jobs,
  t,
}: {
  readonly jobs: readonly JobLineView[];
  readonly t: Translate;
}): VNode {
  return (
    <>
      <h1>{t('jobs:list.title')}</h1>
      <p class="lead">{t('jobs:list.lead')}</p>
      {jobs.length === 0 ? (
        <p class="empty">{t('jobs:list.empty')}</p>
      ) : (
        <section class="scroll" aria-label={t('jobs:list.title')} tabIndex={0}>
          <ListTable
            caption={t('jobs:list.title')}
            columns={[t('jobs:list.what'), t('jobs:list.who'), t('jobs:items.state'), t('jobs:list.figures')]}
          >
            {jobs.map((job) => (
              <tr key={job.href}>
                <th scope="row">
                  <a href={job.href}>{job.name}</a>
                </th>
                <td>{job.who}</td>
                <td>
                  <Badge view={job.state} />
                </td>
                <td>{job.figures}</td>
              </tr>
            ))}
          </ListTable>
        </section>
      )}
    </>
  );
}
