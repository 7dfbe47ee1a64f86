import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../../components/error-summary.js';
import { type FieldGroupView, FieldGroups } from '../../../components/form-fields.js';
import { PostForm } from '../../../components/post-form.js';
import { type SettingsChangeView, SettingsHistory } from './settings-history.js';
import { SettingsTrail } from './settings-trail.js';

export interface SettingsFormView {
  readonly title: string;
  readonly lead: string | null;
  readonly list: { readonly href: string; readonly label: string } | null;
  readonly action: string;
  readonly csrfToken: string;
  /** The state that the form was filled from; empty for a new record. */
  readonly mark: string;
  readonly groups: readonly FieldGroupView[];
  readonly errors: readonly FieldError[];
  readonly mayChange: boolean;
  readonly backHref: string;
  /** Shows what the values mean before they are saved; null: the form speaks for itself. */
  readonly preview: { readonly label: string; readonly shown: VNode | null } | null;
  /** null for a record that is not there yet. */
  readonly changes: readonly SettingsChangeView[] | null;
}

/** One record of the settings with its history. */
export function SettingsFormPage(properties: {
  readonly view: SettingsFormView;
  readonly t: Translate;
  /** What else can be done with the record. */
  readonly children?: ComponentChildren;
}): VNode {
  const { view, t, children } = properties;
  return (
    <div class="narrow">
      <ErrorSummary title={t('validation:summary')} errors={view.errors} />
      <SettingsTrail list={view.list} t={t} />
      <h1>{view.title}</h1>
      {view.lead !== null && <p class="lead">{view.lead}</p>}
      {view.mayChange ? (
        <PostForm action={view.action} csrfToken={view.csrfToken} class="stack">
          <input type="hidden" name="mark" value={view.mark} />
          <FieldGroups groups={view.groups} errors={view.errors} />
          {view.preview?.shown}
          <div class="buttons">
            <button type="submit" class="button button-primary">
              {t('office:form.save')}
            </button>
            {view.preview && (
              <button
                type="submit"
                class="button"
                name="do"
                value="preview"
                formAction={`${view.action}#preview`}
              >
                {view.preview.label}
              </button>
            )}
            <a href={view.backHref}>{t('office:form.cancel')}</a>
          </div>
        </PostForm>
      ) : (
        <>
          <p class="quiet">{t('settings:looking')}</p>
          <fieldset disabled class="plain stack">
            <legend class="unseen">{view.title}</legend>
            <FieldGroups groups={view.groups} errors={[]} />
          </fieldset>
          {view.preview?.shown}
        </>
      )}
      {children}
      {view.changes && <SettingsHistory changes={view.changes} t={t} />}
    </div>
  );
}
