/** An instant in SQL as ISO 8601 in UTC. */
export function utc(instant: string): string {
  return `to_char((${instant}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}
