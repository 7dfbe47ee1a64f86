import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { PostForm } from '../../components/post-form.js';

/** Who cannot come when, and what follows from it. Days are local and included. */
interface DropOutView {
  readonly from: string;
  readonly until: string;
  readonly action: string;
  readonly csrfToken: string;
  /** Other talks are concerned than those that were approved. */
  readonly isChanged: boolean;
  /** Ids of the talks shown, with commas between them. */
  readonly talkIds: string;
  readonly talks: readonly { readonly href: string; readonly text: string; readonly next: string }[];
}

/** *Ausfall*: choose the days, see what follows, approve it. */
export function DropOutPage({ view, t }: { readonly view: DropOutView; readonly t: Translate }): VNode {
  return (
    <div class="narrow">
      <div class="page-head">
        <h1>{t('office:drop-out.title')}</h1>
        <p>{t('office:drop-out.lead')}</p>
      </div>
      {view.isChanged && (
        <p class="conflict-line" role="alert">
          <span aria-hidden="true">⚠</span> {t('office:drop-out.changed')}
        </p>
      )}
      <form method="get" action={view.action} class="card">
        <p class="field">
          <label for="from">{t('office:drop-out.from')}</label>
          <input type="date" id="from" name="from" value={view.from} />
        </p>
        <p class="field">
          <label for="until">{t('office:drop-out.until')}</label>
          <input type="date" id="until" name="until" value={view.until} />
        </p>
        <button type="submit" class="button">
          {t('office:drop-out.look')}
        </button>
      </form>
      <section class="card">
        <h2>{t('office:drop-out.talks', { count: view.talks.length })}</h2>
        <ul>
          {view.talks.map((talk) => (
            <li key={talk.href}>
              <a href={talk.href}>{talk.text}</a>
              <br />
              <span class="quiet">{talk.next}</span>
            </li>
          ))}
        </ul>
        <PostForm action={view.action} csrfToken={view.csrfToken}>
          <input type="hidden" name="from" value={view.from} />
          <input type="hidden" name="until" value={view.until} />
          <input type="hidden" name="talks" value={view.talkIds} />
          <button type="submit" class="button">
            {t('office:drop-out.approve')}
          </button>
        </PostForm>
      </section>
    </div>
  );
}
