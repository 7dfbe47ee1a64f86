import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { CostPreview, type CostPreviewView } from '../../components/cost-preview.js';
import { type FactView, Facts } from '../../components/facts.js';
import { PostForm } from '../../components/post-form.js';

export interface CheckView {
  readonly title: string;
  readonly before: readonly FactView[] | null;
  readonly after: readonly FactView[];
  readonly consequences: readonly string[];
  /** What giving up the present time costs because of its interpreter; null when it costs nothing to anybody. */
  readonly cost: CostPreviewView | null;
  readonly action: string;
  readonly csrfToken: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly submit: string;
  readonly backHref: string;
  /** Rules that stand against it; with a reason staff may set some of them aside. */
  readonly broken: readonly string[];
  readonly override: {
    readonly isPossible: boolean;
    readonly reason: string;
    readonly isMissing: boolean;
  } | null;
}

interface CheckProperties {
  readonly view: CheckView;
  readonly t: Translate;
}

/** The last look before a talk is booked or moved. */
export function CheckPage({ view, t }: CheckProperties): VNode {
  return (
    <div class="narrow">
      {view.broken.length > 0 && (
        <section class="error-summary" role="alert" aria-labelledby="broken-title" tabIndex={-1}>
          <h2 id="broken-title">{t('office:check.broken')}</h2>
          <ul>
            {view.broken.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {view.override?.isMissing === true && (
            <p>
              <a href="#overrideReason">{t('office:check.reason-missing')}</a>
            </p>
          )}
        </section>
      )}
      <h1>{view.title}</h1>
      <div class="columns">
        {view.before && (
          <section class="card">
            <h2>{t('office:check.before')}</h2>
            <Facts facts={view.before} />
          </section>
        )}
        <section class="card">
          <h2>{t(view.before ? 'office:check.after' : 'office:check.choice')}</h2>
          <Facts facts={view.after} />
        </section>
      </div>
      <h2 class="spaced">{t('office:cancel.consequences')}</h2>
      <ul>
        {view.consequences.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {view.cost && <CostPreview view={view.cost} t={t} />}
      <Submit view={view} t={t} />
    </div>
  );
}

function Submit({ view, t }: CheckProperties): VNode {
  if (view.override?.isPossible === false) {
    return (
      <p>
        {t('office:check.impossible')} <a href={view.backHref}>{t('office:check.other')}</a>
      </p>
    );
  }
  return (
    <PostForm action={view.action} csrfToken={view.csrfToken} class="stack">
      {view.fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {view.override && (
        <div class={view.override.isMissing ? 'field field-wrong' : 'field'}>
          <label for="overrideReason">{t('office:check.reason')}</label>
          <p class="hint" id="overrideReason-hint">
            {t('office:check.reason-hint')}
          </p>
          <input
            id="overrideReason"
            name="overrideReason"
            type="text"
            value={view.override.reason}
            autocomplete="off"
            aria-describedby="overrideReason-hint"
            aria-invalid={view.override.isMissing ? 'true' : undefined}
          />
        </div>
      )}
      <div class="buttons">
        <button type="submit" class="button button-primary">
          {view.override ? t('office:check.override') : view.submit}
        </button>
        <a href={view.backHref}>{t('office:check.other')}</a>
      </div>
    </PostForm>
  );
}
