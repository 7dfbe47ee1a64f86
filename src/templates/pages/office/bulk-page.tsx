import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { PostForm } from '../../components/post-form.js';
import { officePaths } from './paths.js';

export interface BulkView {
  readonly action: string;
  readonly title: string;
  /** How many households are changed. */
  readonly changed: string;
  /** What that means for them. */
  readonly consequence: string;
  /** Who is left out and why, a line each. */
  readonly leftOut: readonly string[];
  /** Ids with commas between. */
  readonly households: string;
  /** As somebody typed it; null when the action needs none. */
  readonly reason: string | null;
  readonly errors: readonly FieldError[];
  /** null: there is nothing to do. */
  readonly submit: string | null;
  readonly csrfToken: string;
}

/** What an action on many households would do, before it is done. */
export function BulkPage({ view, t }: { readonly view: BulkView; readonly t: Translate }): VNode {
  return (
    <div class="narrow">
      <ErrorSummary title={t('validation:summary')} errors={view.errors} />
      <h1>{view.title}</h1>
      <p class="lead">{view.changed}</p>
      <p>{view.consequence}</p>
      {view.leftOut.length > 0 && (
        <>
          <h2>{t('jobs:bulk.left-out')}</h2>
          <ul>
            {view.leftOut.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <PostForm action={officePaths.bulk} csrfToken={view.csrfToken} class="stack">
        <input type="hidden" name="action" value={view.action} />
        <input type="hidden" name="households" value={view.households} />
        {view.reason !== null && (
          <Field
            name="reason"
            label={t('jobs:bulk.reason')}
            value={view.reason}
            type="text"
            errors={view.errors}
          />
        )}
        <div class="buttons">
          {view.submit !== null && (
            <button type="submit" class="button button-primary">
              {view.submit}
            </button>
          )}
          <a href={officePaths.inbox}>{t('jobs:bulk.back')}</a>
        </div>
      </PostForm>
    </div>
  );
}
