import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';

/** A stay in a room or of an interpreter, placed in the drawing. Numbers are units of the drawing. */
export interface PictureBlockView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly standing: boolean;
  /** How many talks. */
  readonly label: string;
  readonly title: string;
}

/** The drawing of one week. */
export interface PictureWeekView {
  readonly title: string;
  /** What somebody who does not see it is told. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  /** Where the lanes begin. */
  readonly top: number;
  readonly days: readonly {
    readonly x: number;
    readonly label: string;
    readonly hours: readonly { readonly x: number; readonly label: string }[];
  }[];
  readonly lanes: readonly { readonly y: number; readonly label: string; readonly heading: boolean }[];
  readonly blocks: readonly PictureBlockView[];
}

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
          <div class="scroll" role="region" aria-label={week.title} tabIndex={0}>
            <Drawing week={week} />
          </div>
        </section>
      ))}
      <details class="apart">
        <summary>{t('plans:picture.table')}</summary>
        <VisitTable view={view} t={t} />
      </details>
    </section>
  );
}

function Drawing({ week }: { readonly week: PictureWeekView }): VNode {
  const { width, height, rowHeight, top } = week;
  return (
    <svg
      class="picture"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={week.label}
    >
      {week.lanes.map((lane) => (
        <g key={lane.y}>
          <line class="lane-line" x1={0} y1={lane.y} x2={width} y2={lane.y} />
          <text class={lane.heading ? 'lane-heading' : 'lane-name'} x={4} y={lane.y + rowHeight - 8}>
            {lane.label}
          </text>
        </g>
      ))}
      {week.days.map((day) => (
        <Day key={day.x} day={day} top={top} height={height} />
      ))}
      {week.blocks.map((block) => (
        <Block key={`${block.x} ${block.y} ${block.standing}`} block={block} rowHeight={rowHeight} />
      ))}
    </svg>
  );
}

function Day(properties: {
  readonly day: PictureWeekView['days'][number];
  readonly top: number;
  readonly height: number;
}): VNode {
  const { day, top, height } = properties;
  return (
    <g>
      <line class="day-line" x1={day.x} y1={0} x2={day.x} y2={height} />
      <text class="day-name" x={day.x + 4} y={14}>
        {day.label}
      </text>
      {day.hours.map((hour) => (
        <g key={hour.x}>
          <line class="hour-line" x1={hour.x} y1={top - 6} x2={hour.x} y2={height} />
          <text class="hour-name" x={hour.x} y={top - 9} text-anchor="middle">
            {hour.label}
          </text>
        </g>
      ))}
    </g>
  );
}

function Block({
  block,
  rowHeight,
}: {
  readonly block: PictureBlockView;
  readonly rowHeight: number;
}): VNode {
  const { x, y, width, standing, label, title } = block;
  return (
    <g>
      <title>{title}</title>
      <rect
        class={standing ? 'block block-standing' : 'block'}
        x={x}
        y={y + 4}
        width={width}
        height={rowHeight - 8}
        rx={2}
      />
      <text
        class={standing ? 'block-figure block-figure-standing' : 'block-figure'}
        x={x + width / 2}
        y={y + rowHeight - 8}
        text-anchor="middle"
      >
        {label}
      </text>
    </g>
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
