import type { VNode } from 'preact';

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

/** Days across, rooms and interpreters down, stays as blocks. */
export function PictureWeek({ week }: { readonly week: PictureWeekView }): VNode {
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
