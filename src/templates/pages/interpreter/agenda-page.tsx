import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { PostForm } from '../../components/post-form.js';

/** One talk of a day. */
export interface AgendaTalkView {
  readonly key: string;
  /** `14:00–14:45` */
  readonly time: string;
  readonly language: string;
  readonly mode: string;
  readonly state: 'accepted' | 'changed' | 'cancelled';
  /** First name and initial; null when the talk does not take place. */
  readonly person: string | null;
  readonly reference: string;
  readonly place: AgendaPlaceView | null;
}

interface AgendaPlaceView {
  /** Address on one line, room included. */
  readonly address: string;
  readonly way: string;
  readonly mapHref: string;
}

export interface AgendaView {
  readonly days: readonly { readonly title: string; readonly talks: readonly AgendaTalkView[] }[];
  /** Address of the calendar feed; null when there is none. */
  readonly feed: { readonly url: string; readonly subscribeHref: string } | null;
  readonly csrfToken: string;
}

const SYMBOLS = { accepted: '●', changed: '↻', cancelled: '✕' } as const;

/** I6: the coming talks by day, and the feed for their own calendar. */
export function AgendaPage({ view, t }: { readonly view: AgendaView; readonly t: Translate }): VNode {
  return (
    <>
      {view.days.length === 0 && <p>{t('interpreter:agenda.empty')}</p>}
      {view.days.map((day) => (
        <section key={day.title}>
          <h2>{day.title}</h2>
          {day.talks.map((talk) => (
            <Talk key={talk.key} talk={talk} t={t} />
          ))}
        </section>
      ))}
      {view.days.length > 0 && (
        <a class="button no" href="/interpreter/cannot-come">
          {t('interpreter:cannot-come.title')}
        </a>
      )}
      <a class="button" href="/interpreter/worked">
        {t('interpreter:worked.title')}
      </a>
      <Feed view={view} t={t} />
    </>
  );
}

function Talk({ talk, t }: { readonly talk: AgendaTalkView; readonly t: Translate }): VNode {
  const { state, place } = talk;
  const tone = { accepted: 'card good', changed: 'card', cancelled: 'card gone' }[state];
  return (
    <article class={tone}>
      <h3>
        <span class={state === 'cancelled' ? 'time struck' : 'time'}>{talk.time}</span>
        <span class="state">
          <span aria-hidden="true">{SYMBOLS[state]}</span> {t(`interpreter:agenda.state.${state}`)}
        </span>
      </h3>
      <p>
        <b>{talk.language}</b> · {talk.mode}
      </p>
      {state !== 'cancelled' && (
        <>
          <p>{place ? <bdi>{place.address}</bdi> : t('interpreter:agenda.video-place')}</p>
          {talk.person !== null && <p>{t('interpreter:agenda.person', { name: talk.person })}</p>}
        </>
      )}
      <p class="quiet">
        {t('interpreter:agenda.reference')}: <bdi>{talk.reference}</bdi>
      </p>
      {state !== 'cancelled' && place && (
        <details>
          <summary>{t('interpreter:agenda.way')}</summary>
          <div class="inside">
            {place.way !== '' && <p dir="auto">{place.way}</p>}
            <p>
              <a href={place.mapHref} rel="noopener noreferrer">
                {t('interpreter:agenda.map')}
              </a>
            </p>
          </div>
        </details>
      )}
    </article>
  );
}

function Feed({ view, t }: { readonly view: AgendaView; readonly t: Translate }): VNode {
  const { feed, csrfToken } = view;
  return (
    <section>
      <h2>{t('interpreter:feed.title')}</h2>
      <p>{t('interpreter:feed.lead')}</p>
      {feed && (
        <>
          <a class="button" href={feed.subscribeHref}>
            {t('interpreter:feed.subscribe')}
          </a>
          <label for="feed-url">{t('interpreter:feed.copy')}</label>
          <input id="feed-url" class="line ltr" dir="ltr" type="text" readOnly value={feed.url} />
          <p class="quiet">{t('interpreter:feed.secret')}</p>
        </>
      )}
      <PostForm action="/interpreter/agenda/feed" csrfToken={csrfToken}>
        <button type="submit" class="button">
          {t(feed ? 'interpreter:feed.renew' : 'interpreter:feed.make')}
        </button>
      </PostForm>
      {feed && (
        <PostForm action="/interpreter/agenda/feed/revoke" csrfToken={csrfToken}>
          <button type="submit" class="button no">
            {t('interpreter:feed.revoke')}
          </button>
        </PostForm>
      )}
    </section>
  );
}
