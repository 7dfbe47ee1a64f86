/** What the script put into the form; undefined when it is no JSON. */
export function passkeyAnswer(body: Readonly<Record<string, unknown>>): unknown {
  const text = body['credential'];
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
