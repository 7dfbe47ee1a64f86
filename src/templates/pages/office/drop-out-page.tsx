import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { PostForm } from '../../components/post-form.js';
import { Select, type SelectView } from '../../components/select.js';

/** Who or what falls out, and how each talk goes on. */
export interface DropOutView {
  readonly title: string;
  readonly lead: string;
  /** Local days, included, that can be chosen; null: the talks stand already. */
  readonly period: { readonly from: string; readonly until: string } | null;
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
    /** What stands against the talk as it is. */
    readonly why?: readonly string[];
    /** Of the talk, where the form says what it saw. */
    readonly version?: number;
    readonly way: SelectView;
    readonly cost: string;
    readonly told: string;
  }[];
  /** What the button says that does it; null: there is nothing to do. */
  readonly approve: string | null;
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
        <h1>{view.title}</h1>
        <p>{view.lead}</p>
      </div>
      {view.message !== null && (
        <p class="conflict-line" role="alert">
          <span aria-hidden="true">⚠</span> {view.message}
        </p>
      )}
      {view.period && <Period action={view.action} period={view.period} t={t} />}
      {(view.rows.length > 0 || view.approve !== null) && <Approval view={view} t={t} />}
    </div>
  );
}

function Approval({ view, t }: DropOutProperties): VNode {
  return (
    <PostForm action={view.action} csrfToken={view.csrfToken}>
      {view.period && (
        <>
          <input type="hidden" name="from" value={view.period.from} />
          <input type="hidden" name="until" value={view.period.until} />
        </>
      )}
      <input type="hidden" name="talks" value={view.talkIds} />
      <h2 class="spaced">{t('office:drop-out.talks', { count: view.rows.length })}</h2>
      {view.rows.map((row) => (
        <section key={row.id} class="card">
          <h3>
            <a href={row.href}>{row.text}</a>
          </h3>
          {row.why?.map((words) => (
            <p key={words} class="conflict-line">
              <span aria-hidden="true">⚠</span> {words}
            </p>
          ))}
          {row.version !== undefined && (
            <input type="hidden" name={`version-${row.id}`} value={row.version} />
          )}
          <Select view={row.way} />
          <p class="quiet">
            {row.cost} · {row.told}
          </p>
        </section>
      ))}
      <Totals view={view} t={t} />
    </PostForm>
  );
}

function Period(properties: {
  readonly action: string;
  readonly period: { readonly from: string; readonly until: string };
  readonly t: Translate;
}): VNode {
  const { action, period, t } = properties;
  return (
    <form method="get" action={action} class="card">
      <p class="field">
        <label for="from">{t('office:drop-out.from')}</label>
        <input type="date" id="from" name="from" value={period.from} />
      </p>
      <p class="field">
        <label for="until">{t('office:drop-out.until')}</label>
        <input type="date" id="until" name="until" value={period.until} />
      </p>
      <button type="submit" class="button">
        {t('office:drop-out.look')}
      </button>
    </form>
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
        {view.approve !== null && (
          <button type="submit" class="button">
            {view.approve}
          </button>
        )}
        {view.rows.length > 0 && (
          <button type="submit" class="button" name="step" value="count">
            {t('office:drop-out.recount')}
          </button>
        )}
      </div>
    </section>
  );
}
