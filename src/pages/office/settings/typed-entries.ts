import type { Entries } from './forms/settings-form.js';

/** What was typed into the fields of these names; a box that is not ticked is not sent. */
export function entriesIn(body: Readonly<Record<string, unknown>>, names: readonly string[]): Entries {
  return Object.fromEntries(
    names.map((name) => {
      const value = body[name];
      return [name, typeof value === 'string' ? value : ''];
    }),
  );
}
