import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';

/** A stay in a room or of an interpreter, placed in the drawing. Numbers are units of the drawing. */
export interface PictureBlockView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly standing: boolean;
  readonly title: string;
}

export interface PlanPictureView {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  /** Where the days begin. */
  readonly left: number;
  readonly days: readonly { readonly x: number; readonly width: number; readonly label: string }[];
  readonly lanes: readonly { readonly y: number; readonly label: string; readonly heading: boolean }[];
  readonly blocks: readonly PictureBlockView[];
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

/** The plan as a picture: days across, rooms and interpreters down, stays as blocks; and the same as a table. */
export function PlanPicture({ view, t }: PictureProperties): VNode {
  return (
    <section>
      <h2 class="apart">{t('plans:picture.title')}</h2>
      <p class="hint">{t('plans:picture.description')}</p>
      <p class="legend">
        <span class="legend-planned" /> {t('plans:picture.planned')} <span class="legend-standing" />{' '}
        {t('plans:picture.standing')}
      </p>
      <div class="scroll" role="region" aria-label={t('plans:picture.title')} tabIndex={0}>
        <Drawing view={view} />
      </div>
      <details class="apart">
        <summary>{t('plans:picture.table')}</summary>
        <VisitTable view={view} t={t} />
      </details>
    </section>
  );
}

function Drawing({ view }: { readonly view: PlanPictureView }): VNode {
  const { width, height, rowHeight, left } = view;
  return (
    <svg
      class="picture"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={view.label}
    >
      {view.days.map((day) => (
        <g key={day.x}>
          <line class="day-line" x1={day.x} y1={0} x2={day.x} y2={height} />
          <text class="day-name" x={day.x + 3} y={13}>
            {day.label}
          </text>
        </g>
      ))}
      {view.lanes.map((lane) => (
        <g key={lane.y}>
          <line class="lane-line" x1={0} y1={lane.y} x2={width} y2={lane.y} />
          <text class={lane.heading ? 'lane-heading' : 'lane-name'} x={4} y={lane.y + rowHeight - 7}>
            {lane.label}
          </text>
        </g>
      ))}
      <line class="day-line" x1={left} y1={0} x2={left} y2={height} />
      {view.blocks.map((block) => (
        <rect
          key={`${block.x} ${block.y}`}
          class={block.standing ? 'block block-standing' : 'block'}
          x={block.x}
          y={block.y + 3}
          width={block.width}
          height={rowHeight - 6}
          rx={2}
        >
          <title>{block.title}</title>
        </rect>
      ))}
    </svg>
  );
}

function VisitTable({ view, t }: PictureProperties): VNode {
  const columns = ['day', 'time', 'who', 'room', 'talks'] as const;
  return (
    <div class="scroll" role="region" aria-label={t('plans:picture.caption')} tabIndex={0}>
      <table class="list">
        <caption class="unseen">{t('plans:picture.caption')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`plans:picture.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.visits.map((visit) => (
            <tr key={visit.key}>
              <th scope="row">{visit.day}</th>
              <td class="keep">{visit.time}</td>
              <td>{visit.who}</td>
              <td>{visit.room}</td>
              <td>{visit.talks}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
