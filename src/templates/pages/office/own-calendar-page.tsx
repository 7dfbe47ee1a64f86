import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { PostForm } from '../../components/post-form.js';
import { officePaths } from './paths.js';

export interface OwnCalendarView {
  readonly csrfToken: string;
  readonly leadsTalks: boolean;
  /** Address of the feed in use; null when there is none. */
  readonly feedUrl: string | null;
}

/** The address with which a caseworker's own calendar reads their talks. */
export function OwnCalendarPage({
  view,
  t,
}: {
  readonly view: OwnCalendarView;
  readonly t: Translate;
}): VNode {
  const { feedUrl, csrfToken } = view;
  return (
    <>
      <h1>{t('office:calendar.title')}</h1>
      {!view.leadsTalks && <p>{t('office:calendar.none')}</p>}
      {view.leadsTalks && <p>{t('office:calendar.lead')}</p>}
      {feedUrl !== null && (
        <>
          <p>
            <a href={feedUrl.replace(/^https?/, 'webcal')}>{t('office:calendar.subscribe')}</a>
          </p>
          <p>
            <label for="feed-url">{t('office:calendar.copy')}</label>
            <input id="feed-url" type="text" readOnly value={feedUrl} />
          </p>
          <p class="quiet">{t('office:calendar.secret')}</p>
        </>
      )}
      {view.leadsTalks && (
        <div class="buttons">
          <PostForm action={officePaths.ownCalendar} csrfToken={csrfToken}>
            <button type="submit" class="button">
              {t(feedUrl === null ? 'office:calendar.make' : 'office:calendar.renew')}
            </button>
          </PostForm>
          {feedUrl !== null && (
            <PostForm action={officePaths.revokeOwnCalendar} csrfToken={csrfToken}>
              <button type="submit" class="button">
                {t('office:calendar.revoke')}
              </button>
            </PostForm>
          )}
        </div>
      )}
    </>
  );
}
