import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { PostForm } from '../../components/post-form.js';
import { Select, type SelectView } from '../../components/select.js';

/** Who cannot come when, and how each talk goes on. Days are local and included. */
export interface DropOutView {
  readonly from: string;
  readonly until: string;
  readonly action: string;
  readonly csrfToken: string;
  /** Why the page is shown again; null: it is not. */
  readonly message: string | null;
  /** Ids of the talks shown, with commas between them. */
  readonly talkIds: string;
  readonly rows: readonly {
    readonly id: string;
    readonly href: string;
    readonly text: string;
    readonly way: SelectView;
    readonly cost: string;
    readonly told: string;
  }[];
  /** Money and people told, for the ways that are chosen. */
  readonly totals: readonly string[];
}

interface DropOutProperties {
  readonly view: DropOutView;
  readonly t: Translate;
}

/** *Ausfall*: choose the days, change a way where it does not suit, approve everything at once. */
export function DropOutPage({ view, t }: DropOutProperties): VNode {
  return (
    <div class="narrow">
      <div class="page-head">
        <h1>{t('office:drop-out.title')}</h1>
        <p>{t('office:drop-out.lead')}</p>
      </div>
      {view.message !== null && (
        <p class="conflict-line" role="alert">
          <span aria-hidden="true">⚠</span> {view.message}
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
      <PostForm action={view.action} csrfToken={view.csrfToken}>
        <input type="hidden" name="from" value={view.from} />
        <input type="hidden" name="until" value={view.until} />
        <input type="hidden" name="talks" value={view.talkIds} />
        <h2 class="spaced">{t('office:drop-out.talks', { count: view.rows.length })}</h2>
        {view.rows.map((row) => (
          <section key={row.id} class="card">
            <h3>
              <a href={row.href}>{row.text}</a>
            </h3>
            <Select view={row.way} />
            <p class="quiet">
              {row.cost} · {row.told}
            </p>
          </section>
        ))}
        <Totals view={view} t={t} />
      </PostForm>
    </div>
  );
}

function Totals({ view, t }: DropOutProperties): VNode {
  return (
    <section class="card apart" aria-labelledby="totals">
      <h2 id="totals">{t('office:drop-out.together')}</h2>
      <ul>
        {view.totals.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <div class="buttons">
        <button type="submit" class="button">
          {t('office:drop-out.approve')}
        </button>
        {view.rows.length > 0 && (
          <button type="submit" class="button" name="step" value="count">
            {t('office:drop-out.recount')}
          </button>
        )}
      </div>
    </section>
  );
}
