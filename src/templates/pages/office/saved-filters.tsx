import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { PostForm } from '../../components/post-form.js';
import { officePaths } from './paths.js';

/** Filters that the reader keeps under a name, and the chosen ones to keep. */
export interface SavedFiltersView {
  readonly csrfToken: string;
  readonly saved: readonly {
    readonly name: string;
    readonly href: string;
    readonly removeAction: string;
    readonly current: boolean;
  }[];
  /** What is chosen now; null when nothing is, or when it is kept already. */
  readonly chosen: readonly (readonly [name: string, value: string])[] | null;
}

/** One's own filters below those of the list. */
export function SavedFilters({
  view,
  t,
}: {
  readonly view: SavedFiltersView;
  readonly t: Translate;
}): VNode | null {
  if (view.saved.length === 0 && view.chosen === null) return null;
  return (
    <section class="filters saved-filters" aria-labelledby="saved-filters">
      <h2 id="saved-filters">{t('office:saved-filters.title')}</h2>
      {view.saved.length > 0 && (
        <ul class="plain-list">
          {view.saved.map((filter) => (
            <li key={filter.href}>
              <a href={filter.href} aria-current={filter.current ? 'true' : undefined}>
                {filter.name}
              </a>
              <PostForm action={filter.removeAction} csrfToken={view.csrfToken}>
                <button
                  type="submit"
                  class="button button-small"
                  aria-label={t('office:saved-filters.remove-name', { name: filter.name })}
                >
                  {t('office:saved-filters.remove')}
                </button>
              </PostForm>
            </li>
          ))}
        </ul>
      )}
      {view.chosen !== null && (
        <PostForm action={officePaths.savedFilters} csrfToken={view.csrfToken}>
          {view.chosen.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label for="filter-name">{t('office:saved-filters.name')}</label>
          <input id="filter-name" name="name" type="text" maxLength={60} required autocomplete="off" />
          <button type="submit" class="button button-small">
            {t('office:saved-filters.save')}
          </button>
        </PostForm>
      )}
    </section>
  );
}
