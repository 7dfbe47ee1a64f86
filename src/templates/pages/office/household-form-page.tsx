import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { type FieldGroupView, FieldGroups } from '../../components/form-fields.js';
import { PostForm } from '../../components/post-form.js';

export interface HouseholdFormView {
  readonly title: string;
  readonly action: string;
  readonly csrfToken: string;
  /** The version that this form was filled from. */
  readonly version: number;
  readonly groups: readonly FieldGroupView[];
  readonly errors: readonly FieldError[];
  readonly backHref: string;
}

/** Changing the facts of a household. */
export function HouseholdFormPage({
  view,
  t,
}: {
  readonly view: HouseholdFormView;
  readonly t: Translate;
}): VNode {
  return (
    <div class="narrow">
      <ErrorSummary title={t('validation:summary')} errors={view.errors} />
      <h1>{view.title}</h1>
      <PostForm action={view.action} csrfToken={view.csrfToken} class="stack">
        <input type="hidden" name="version" value={view.version} />
        <FieldGroups groups={view.groups} errors={view.errors} />
        <div class="buttons">
          <button type="submit" class="button button-primary">
            {t('office:form.save')}
          </button>
          <a href={view.backHref}>{t('office:form.cancel')}</a>
        </div>
      </PostForm>
    </div>
  );
}
