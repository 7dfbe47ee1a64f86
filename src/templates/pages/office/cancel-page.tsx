import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { CostPreview, type CostPreviewView } from '../../components/cost-preview.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { type FactView, Facts } from '../../components/facts.js';
import { FormField, type FormFieldView } from '../../components/form-fields.js';
import { PostForm } from '../../components/post-form.js';
import { Radios, type RadiosView } from '../../components/radios.js';

export interface CancelView {
  readonly title: string;
  readonly when: string;
  readonly facts: readonly FactView[];
  readonly consequences: readonly string[];
  /** What the interpreter costs all the same; null when there is none. */
  readonly cost: CostPreviewView | null;
  readonly action: string;
  readonly csrfToken: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly by: RadiosView;
  readonly reason: FormFieldView;
  readonly errors: readonly FieldError[];
  readonly moveHref: string;
  readonly backHref: string;
}

/** Calling a talk off: what follows from it stands before the button. */
export function CancelPage({ view, t }: { readonly view: CancelView; readonly t: Translate }): VNode {
  return (
    <div class="narrow">
      <ErrorSummary title={t('validation:summary')} errors={view.errors} />
      <h1>{view.title}</h1>
      <p>{view.when}</p>
      <section class="card">
        <Facts facts={view.facts} />
      </section>
      <h2 class="spaced">{t('office:cancel.consequences')}</h2>
      <ul>
        {view.consequences.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {view.cost && <CostPreview view={view.cost} t={t} />}
      <p>
        <a href={view.moveHref}>{t('office:cancel.rather-move')}</a>
      </p>
      <PostForm action={view.action} csrfToken={view.csrfToken} class="stack">
        {view.fields.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Radios view={view.by} errors={view.errors} />
        <FormField field={view.reason} errors={view.errors} />
        <div class="buttons">
          <button type="submit" class="button button-danger">
            {t('office:cancel.submit')}
          </button>
          <a href={view.backHref}>{t('office:cancel.keep')}</a>
        </div>
      </PostForm>
    </div>
  );
}
