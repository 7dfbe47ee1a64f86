import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { PostForm } from '../../components/post-form.js';
import { Select } from '../../components/select.js';
import { officePaths } from './paths.js';

interface RecoveriesView {
  readonly csrfToken: string;
  readonly accounts: readonly { readonly value: string; readonly label: string }[];
  readonly open: readonly {
    readonly text: string;
    readonly name: string;
    /** null for whoever asked or is recovered. */
    readonly approveAction: string | null;
  }[];
  readonly errors: readonly FieldError[];
}

interface Properties {
  readonly view: RecoveriesView;
  readonly t: Translate;
}

/** Giving an account back: asking, and what waits for a second person. */
export function RecoveriesPage({ view, t }: Properties): VNode {
  return (
    <div class="narrow">
      <ErrorSummary title={t('validation:summary')} errors={view.errors} />
      <div class="page-head">
        <h1>{t('account:give-back.title')}</h1>
      </div>
      <p>{t('account:give-back.text')}</p>
      <h2>{t('account:give-back.open')}</h2>
      <Open view={view} t={t} />
      <h2>{t('account:give-back.ask')}</h2>
      <PostForm action={officePaths.recoveries} csrfToken={view.csrfToken} class="stack">
        <Select
          view={{
            name: 'account',
            label: t('account:give-back.who'),
            options: [{ value: '', label: '–' }, ...view.accounts],
            value: '',
          }}
          errors={view.errors}
        />
        <Field name="reason" label={t('account:give-back.reason')} value="" errors={[]} />
        <button type="submit" class="button button-primary">
          {t('account:give-back.ask')}
        </button>
      </PostForm>
    </div>
  );
}

function Open({ view, t }: Properties): VNode {
  if (view.open.length === 0) return <p class="quiet">{t('account:give-back.none')}</p>;
  return (
    <ul>
      {view.open.map(({ text, name, approveAction }) => (
        <li key={text}>
          <p>{text}</p>
          {approveAction === null ? (
            <p class="quiet">{t('account:give-back.waiting')}</p>
          ) : (
            <PostForm action={approveAction} csrfToken={view.csrfToken} class="buttons">
              <button type="submit" class="button">
                {t('account:give-back.approve', { name })}
              </button>
            </PostForm>
          )}
        </li>
      ))}
    </ul>
  );
}
