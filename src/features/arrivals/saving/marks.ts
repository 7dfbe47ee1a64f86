import { createHash } from 'node:crypto';

/** Field → mark of what an import last said about it. */
export type Marks = Readonly<Record<string, string>>;

/** A short mark that shows whether a source says the same as before, without keeping what it said. */
export function markOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}

/**
 * For what both the register and the staff write: the register's word counts only when it is a new one.
 * @param said what the register says; null when it says nothing
 */
export function isNews(marks: Marks, field: string, said: unknown): boolean {
  return said !== null && marks[field] !== markOf(said);
}

/** The marks after what was said; nothing said leaves them as they are. */
export function marksAfter(marks: Marks, said: Readonly<Record<string, unknown>>): Marks {
  const told = Object.entries(said).filter(([, value]) => value !== null);
  return { ...marks, ...Object.fromEntries(told.map(([field, value]) => [field, markOf(value)])) };
}
