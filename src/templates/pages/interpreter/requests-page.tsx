import type { VNode } from 'preact';
import { LinkList } from '../../components/link-list.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { PostForm } from '../../components/post-form.js';

/** One talk of a request; the person is named after the acceptance only. */
interface RequestedTalkView {
  readonly id: string;
  readonly time: string;
  readonly language: string;
  /** A state other than that of the whole request, in words. */
  readonly state: string | null;
  readonly isOpen: boolean;
  readonly person: string | null;
}

/** One request as a card. */
export interface RequestCardView {
  readonly id: string;
  /** `Donnerstag, 3. Dezember 2026` */
  readonly day: string;
  readonly place: string;
  readonly mode: string;
  readonly answerBy: string;
  readonly talks: readonly RequestedTalkView[];
  /** Times that they have taken already. */
  readonly clashes: readonly string[];
}

export interface RequestsView {
  readonly csrfToken: string;
  readonly requests: readonly RequestCardView[];
}

/** I2: what waits for an answer; two taps are enough for a yes. */
export function RequestsPage({ view, t }: { readonly view: RequestsView; readonly t: Translate }): VNode {
  return (
    <>
      {view.requests.length === 0 && <p>{t('interpreter:request.none')}</p>}
      {view.requests.map((request) => (
        <article key={request.id} class="card">
          <h2>{request.day}</h2>
          <RequestFacts request={request} t={t} />
          <PostForm action={`/interpreter/requests/${request.id}/accept`} csrfToken={view.csrfToken}>
            <button type="submit" class="button yes" aria-label={acceptLabel(request, t)}>
              {t('interpreter:request.accept', { count: request.talks.length })}
            </button>
          </PostForm>
          <a class="button" href={`/interpreter/requests/${request.id}`}>
            {t(
              request.talks.length > 1 ? 'interpreter:request.part-or-no' : 'interpreter:request.look-or-no',
            )}
          </a>
        </article>
      ))}
    </>
  );
}

function acceptLabel(request: RequestCardView, t: Translate): string {
  return `${t('interpreter:request.accept', { count: request.talks.length })}: ${request.day}`;
}

/** Everything an interpreter has to know before the answer, and nothing of the person. */
function RequestFacts(properties: { readonly request: RequestCardView; readonly t: Translate }): VNode {
  const { request, t } = properties;
  return (
    <>
      <ul class="talks">
        {request.talks.map((talk) => (
          <li key={talk.id}>
            <b>{talk.time}</b> {talk.language}
            {talk.person !== null && (
              <>
                {' '}
                · <bdi>{talk.person}</bdi>
              </>
            )}
            {talk.state !== null && <span class="state"> · {talk.state}</span>}
          </li>
        ))}
      </ul>
      <p>
        {request.mode} · <bdi>{request.place}</bdi>
      </p>
      {request.clashes.length > 0 && (
        <p class="note warn">
          <span aria-hidden="true">⚠</span>{' '}
          {t('interpreter:request.clash', { times: request.clashes.join(', ') })}
        </p>
      )}
      <p>{request.answerBy}</p>
    </>
  );
}

export interface RequestView {
  readonly csrfToken: string;
  readonly request: RequestCardView;
  /** What became of the request, or of the last tap; null while it waits. */
  readonly lead: string | null;
  readonly leadIsGood: boolean;
  readonly canAnswer: boolean;
  readonly canUndo: boolean;
  /** Shown when an answer can no longer be changed here. */
  readonly call: string | null;
  readonly reasons: readonly { readonly value: string; readonly label: string }[];
}

/** I2 and I3: one request, its answer, and taking the answer back until the deadline. */
export function RequestPage({ view, t }: { readonly view: RequestView; readonly t: Translate }): VNode {
  const { request, csrfToken } = view;
  const action = (verb: string): string => `/interpreter/requests/${request.id}/${verb}`;
  return (
    <>
      {view.lead !== null && (
        <div class={view.leadIsGood ? 'note' : 'note warn'}>
          <p>{view.lead}</p>
        </div>
      )}
      <article class="card">
        <RequestFacts request={request} t={t} />
      </article>
      {view.canAnswer && <Answers view={view} action={action} t={t} />}
      {view.canUndo && (
        <PostForm action={action('undo')} csrfToken={csrfToken}>
          <button type="submit" class="button">
            {t('interpreter:request.undo')}
          </button>
        </PostForm>
      )}
      {view.call !== null && <p>{view.call}</p>}
      <LinkList
        links={[
          { href: '/interpreter/requests', label: t('interpreter:request.all') },
          { href: '/interpreter/agenda', label: t('interpreter:agenda.title') },
        ]}
      />
    </>
  );
}

interface AnswersProperties {
  readonly view: RequestView;
  readonly action: (verb: string) => string;
  readonly t: Translate;
}

function Answers({ view, action, t }: AnswersProperties): VNode {
  const { request, csrfToken } = view;
  const open = request.talks.filter(({ isOpen }) => isOpen);
  return (
    <>
      <PostForm action={action('accept')} csrfToken={csrfToken}>
        <button type="submit" class="button yes">
          {t('interpreter:request.accept', { count: open.length })}
        </button>
      </PostForm>
      {open.length > 1 && (
        <details>
          <summary>{t('interpreter:request.part')}</summary>
          <PostForm action={action('accept')} csrfToken={csrfToken} class="inside">
            <fieldset>
              <legend>{t('interpreter:request.which')}</legend>
              {open.map((talk) => (
                <label key={talk.id} class="choice">
                  <input type="checkbox" name="talks" value={talk.id} />
                  <span>
                    {talk.time} {talk.language}
                  </span>
                </label>
              ))}
            </fieldset>
            <button type="submit" class="button yes" name="part" value="yes">
              {t('interpreter:request.accept-part')}
            </button>
          </PostForm>
        </details>
      )}
      <details>
        <summary>{t('interpreter:request.decline')}</summary>
        <PostForm action={action('decline')} csrfToken={csrfToken} class="inside">
          <fieldset>
            <legend>{t('interpreter:request.reason')}</legend>
            {view.reasons.map(({ value, label }) => (
              <label key={value} class="choice">
                <input type="radio" name="reason" value={value} />
                <span>{label}</span>
              </label>
            ))}
          </fieldset>
          <button type="submit" class="button no">
            {t('interpreter:request.decline-now', { count: open.length })}
          </button>
        </PostForm>
      </details>
    </>
  );
}
