import type { Office } from '../features/offices/index.js';

/** The office a command is meant for: the named one, or the only one. Says what to do when there is none. */
export function officeCalled(slug: string | undefined, offices: readonly Office[]): Office {
  const known = offices.map((office) => office.slug).join(', ');
  if (offices.length === 0)
    throw new Error(
      'There is no office yet. Open one: welcome-talks office create; or load one: welcome-talks example-office',
    );
  if (slug === undefined && offices.length > 1)
    throw new Error(`There are several offices (${known}). Choose one with --office <slug>`);
  const office = slug === undefined ? offices[0] : offices.find((each) => each.slug === slug);
  if (!office) throw new Error(`There is no office "${slug ?? ''}". Known: ${known}`);
  return office;
}
