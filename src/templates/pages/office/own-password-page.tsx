import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { PostForm } from '../../components/post-form.js';
import { officePaths } from './paths.js';

interface OwnPasswordProperties {
  readonly view: {
    readonly csrfToken: string;
    /** For whatever keeps passwords in the browser. */
    readonly email: string;
    readonly errors: readonly FieldError[];
  };
  readonly t: Translate;
}

/** Another password of one's own. Nothing that was typed comes back. */
export function OwnPasswordPage({ view, t }: OwnPasswordProperties): VNode {
  const { errors } = view;
  const password = (name: 'old' | 'next' | 'again', autocomplete: string): VNode => (
    <Field
      name={name}
      label={t(`account:password.${name}`)}
      value=""
      type="password"
      autocomplete={autocomplete}
      errors={errors}
      {...(name === 'next' ? { hint: t('account:password.hint') } : {})}
    />
  );
  return (
    <div class="narrow">
      <ErrorSummary title={t('validation:summary')} errors={errors} />
      <h1>{t('account:password.title')}</h1>
      <PostForm action={officePaths.ownPassword} csrfToken={view.csrfToken} class="stack">
        <input type="hidden" name="email" value={view.email} autocomplete="username" />
        {password('old', 'current-password')}
        {password('next', 'new-password')}
        {password('again', 'new-password')}
        <div class="buttons">
          <button type="submit" class="button button-primary">
            {t('office:form.save')}
          </button>
          <a href={officePaths.account}>{t('office:form.cancel')}</a>
        </div>
      </PostForm>
    </div>
  );
}
