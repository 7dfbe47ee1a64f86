import type { ValueTransformer } from 'typeorm';

/** A half-open range of instants `[from, to)`. */
export interface TimeRange {
  readonly from: Date;
  readonly to: Date;
}

const PATTERN = /^\["?([^",]+)"?,"?([^",]+)"?\)$/;

/** PostgreSQL's text form of a half-open range. */
export function rangeToSql(range: TimeRange): string {
  return `[${range.from.toISOString()},${range.to.toISOString()})`;
}

/** Reads PostgreSQL's text form; throws on empty, unbounded or differently bounded ranges. */
export function rangeFromSql(text: string): TimeRange {
  const match = PATTERN.exec(text);
  if (!match?.[1] || !match[2]) throw new Error(`Not a bounded half-open range: ${text}`);
  return { from: instant(match[1]), to: instant(match[2]) };
}

/** For `@Column({ type: 'tstzrange', transformer: timeRange })`. */
const timeRange: ValueTransformer = { to: rangeToSql, from: rangeFromSql };

/** `2026-01-02 10:00:00+00` → Date */
function instant(text: string): Date {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}
