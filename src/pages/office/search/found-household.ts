import type { InboxRow } from '../../../features/households/index.js';
import type { FoundHouseholdView } from '../../../templates/pages/office/households-page.js';
import { inboxRowView } from '../inbox/inbox.view.js';
import type { OfficeContext } from '../office-context.js';

/** A household of a list in words, leading to `href`. */
export function foundHousehold(
  row: InboxRow,
  href: string,
  world: { readonly context: OfficeContext; readonly languageNames: ReadonlyMap<string, string> },
): FoundHouseholdView {
  const { id, name, reference, marks, language, municipality, state, talk } = inboxRowView(
    row,
    world.context,
    world.languageNames,
  );
  return {
    id,
    href,
    name,
    below: [reference, ...marks].join(' · '),
    language,
    municipality,
    state,
    talk: talk ?? '',
  };
}
