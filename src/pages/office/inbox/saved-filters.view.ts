import type { SavedFilter } from '../../../features/saved-filters/index.js';
import { officePaths } from '../../../templates/pages/office/paths.js';
import type { SavedFiltersView } from '../../../templates/pages/office/saved-filters.js';
import type { OfficeContext } from '../office-context.js';
import { isFiltered } from './inbox.filters.js';
import { type InboxRequest, readInboxRequest } from './inbox.forms.js';

/** The reader's own filters; what is chosen now can be kept unless it is. */
export function savedFiltersView(
  saved: readonly SavedFilter[],
  asked: InboxRequest,
  { staff }: OfficeContext,
): SavedFiltersView {
  const here = officePaths.inboxWith(asked.chosen);
  const filters = saved.map(({ id, name, chosen }) => {
    const href = officePaths.inboxWith(readInboxRequest(chosen).chosen);
    return { name, href, removeAction: officePaths.removeSavedFilter(id), current: href === here };
  });
  const isNew = isFiltered(asked) && !filters.some(({ current }) => current);
  return {
    csrfToken: staff.csrfToken,
    saved: filters,
    chosen: isNew ? Object.entries(asked.chosen).filter(([, value]) => value !== '') : null,
  };
}
