const MOST_CHARACTERS = 500;

/** Why the office books all the same; null when the form did not ask, empty when nothing was written. */
export function reasonIn(body: Readonly<Record<string, unknown>>): string | null {
  const reason = body['overrideReason'];
  return typeof reason === 'string' ? reason.trim().slice(0, MOST_CHARACTERS) : null;
}
