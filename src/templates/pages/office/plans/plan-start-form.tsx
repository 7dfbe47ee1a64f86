import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import type { FieldError } from '../../../components/error-summary.js';
import { FieldGroups, type FieldGroupView } from '../../../components/form-fields.js';
import { PostForm } from '../../../components/post-form.js';
import { Radios, type RadiosView } from '../../../components/radios.js';
import { officePaths } from '../paths.js';
import { planPaths } from './plan-paths.js';

export interface PlanStartView {
  /** Who waits, and which announced talks cannot be held. */
  readonly lines: readonly string[];
  readonly canStart: boolean;
  readonly csrfToken: string;
  /** Households ticked in Eingang; null: whoever the fields select. */
  readonly ticked: {
    readonly text: string;
    readonly ids: readonly number[];
    readonly allHref: string;
  } | null;
  readonly groups: readonly FieldGroupView[];
  readonly announced: RadiosView;
  readonly effort: RadiosView;
  readonly errors: readonly FieldError[];
}

interface StartProperties {
  readonly view: PlanStartView;
  readonly t: Translate;
}

/** Whom and when a run plans, what it may move, and how long it looks. */
export function PlanStartForm({ view, t }: StartProperties): VNode {
  return (
    <section class="card">
      <h2>{t('plans:start.title')}</h2>
      {view.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {view.canStart && (
        <PostForm action={planPaths.start} csrfToken={view.csrfToken} class="stack">
          <Ticked view={view} t={t} />
          <div class="start-fields">
            <FieldGroups groups={view.groups} errors={view.errors} />
            <div>
              <Radios view={view.announced} errors={view.errors} />
              <Radios view={view.effort} errors={view.errors} />
            </div>
          </div>
          <p class="hint">{t('plans:start.fixed')}</p>
          <div class="buttons">
            <button type="submit" class="button button-primary">
              {t('plans:start.submit')}
            </button>
            <a href={planPaths.weights}>{t('plans:start.weights')}</a>
          </div>
        </PostForm>
      )}
    </section>
  );
}

function Ticked({ view: { ticked }, t }: StartProperties): VNode {
  if (ticked === null) {
    return (
      <p class="hint">
        <a href={officePaths.inbox}>{t('plans:start.tick-hint')}</a>
      </p>
    );
  }
  return (
    <p>
      <strong>{ticked.text}</strong> <a href={ticked.allHref}>{t('plans:start.all')}</a>
      {ticked.ids.map((id) => (
        <input key={id} type="hidden" name="household" value={id} />
      ))}
    </p>
  );
}
