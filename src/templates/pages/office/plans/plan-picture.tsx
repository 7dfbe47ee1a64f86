import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { PictureWeek, type PictureWeekView } from './plan-picture-week.js';
import { ListTable } from '../../../components/list-table.js';

export interface PlanPictureView {
  readonly weeks: readonly PictureWeekView[];
  readonly visits: readonly {
    readonly key: string;
    readonly day: string;
    readonly time: string;
    readonly who: string;
    readonly room: string;
    readonly talks: string;
  }[];
}

interface PictureProperties {
  readonly view: PlanPictureView;
  readonly t: Translate;
}

/** The plan as a picture: a drawing per week, and the same as a table. */
export function PlanPicture({ view, t }: PictureProperties): VNode {
  return (
    <section>
      <h2 class="apart">{t('plans:picture.title')}</h2>
      <p class="hint">{t('plans:picture.description')}</p>
      <p class="legend">
        <span class="legend-planned" /> {t('plans:picture.planned')} <span class="legend-standing" />{' '}
        {t('plans:picture.standing')}
      </p>
      {view.weeks.length === 0 && <p class="empty">{t('plans:picture.empty')}</p>}
      {view.weeks.map((week) => (
        <section key={week.title} class="picture-week">
          <h3>{week.title}</h3>
          <section class="scroll" aria-label={week.title} tabIndex={0}>
            <PictureWeek week={week} />
          </section>
        </section>
      ))}
      <details class="apart">
        <summary>{t('plans:picture.table')}</summary>
        <VisitTable view={view} t={t} />
      </details>
    </section>
  );
}

function VisitTable({ view, t }: PictureProperties): VNode {
  const columns = ['day', 'time', 'who', 'room', 'talks'] as const;
  return (
    <section class="scroll" aria-label={t('plans:picture.caption')} tabIndex={0}>
      <ListTable
        caption={t('plans:picture.caption')}
        columns={columns.map((column) => t(`plans:picture.column.${column}`))}
      >
        {view.visits.map((visit) => (
          <tr key={visit.key}>
            <th scope="row">{visit.day}</th>
            <td class="keep">{visit.time}</td>
            <td>{visit.who}</td>
            <td>{visit.room}</td>
            <td>{visit.talks}</td>
          </tr>
        ))}
      </ListTable>
    </section>
  );
}
