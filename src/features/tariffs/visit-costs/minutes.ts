/** A full minute in UTC, `2026-12-01T08:00Z`; a minute that has begun counts as over, so no deadline is met that passed. */
export function minuteUp(instant: Date): string {
  const minutes = Math.ceil(instant.getTime() / 60_000);
  return `${new Date(minutes * 60_000).toISOString().slice(0, 16)}Z`;
}

/** An instant in SQL as a full minute in UTC. */
export function sqlMinute(instant: string): string {
  return `to_char((${instant}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"')`;
}
