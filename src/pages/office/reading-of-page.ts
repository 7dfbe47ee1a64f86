import type { Request } from 'express';

/** A page about one household or talk. */
const ABOUT_ONE = /^\/office\/(household|talk)s\/:id(\/|$)/;
/** Links to households and talks, and to talks on a page: who is on it has one. */
const LINK = /href="\/office\/[^"]*?(households\/\d+|(?:talks\/|[?;&]t=)[\da-f-]{36})/g;

/** What the audit says about a page by its address alone. */
interface PageReading {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId?: string;
  readonly detail?: { readonly page: string; readonly shown: number };
}

/**
 * A page about one household or talk is a reading of it; any other page that leads to some is recorded once, with
 * its address and how many it leads to. Undefined for what shows none.
 */
export function readingOfPage({ params, route }: Request, html: string): PageReading | undefined {
  const page = (route as { readonly path: string }).path;
  const { id, household } = params;
  if (household !== undefined) return readingOf('household', household);
  const kind = ABOUT_ONE.exec(page)?.[1];
  if (kind !== undefined) return readingOf(kind, id);
  const shown = new Set(Array.from(html.matchAll(LINK), ([, link]) => link)).size;
  if (shown === 0) return undefined;
  return { action: 'page-read', subjectKind: 'office', detail: { page, shown } };
}

const readingOf = (subjectKind: string, id: unknown): PageReading => ({
  action: `${subjectKind}-read`,
  subjectKind,
  subjectId: String(id),
});
