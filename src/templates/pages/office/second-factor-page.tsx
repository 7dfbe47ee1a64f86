import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { PostForm } from '../../components/post-form.js';
import { officePaths } from './paths.js';

interface SecondFactorView {
  readonly csrfToken: string;
  /** The office asks for it; nothing else opens before. */
  readonly isRequired: boolean;
  /** What the app needs; null when a second factor is on already. */
  readonly enrolment: { readonly secret: string; readonly picture: string } | null;
  readonly errors: readonly FieldError[];
}

interface SecondFactorProperties {
  readonly view: SecondFactorView;
  readonly t: Translate;
}

/** Setting a second factor up, or switching it off by a code. */
export function SecondFactorPage({ view, t }: SecondFactorProperties): VNode {
  const { enrolment } = view;
  return (
    <>
      <ErrorSummary title={t('validation:summary')} errors={view.errors} />
      <div class="page-head">
        <h1>{t('account:factor.title')}</h1>
      </div>
      {view.isRequired && <p>{t('account:factor.required')}</p>}
      {enrolment && <Steps enrolment={enrolment} t={t} />}
      <PostForm
        action={enrolment ? officePaths.secondFactor : officePaths.removeSecondFactor}
        csrfToken={view.csrfToken}
        class="stack"
      >
        <Field
          name="code"
          label={t('account:code')}
          hint={enrolment ? t('account:factor.first-code') : t('account:code-hint')}
          value=""
          errors={view.errors}
          autocomplete="one-time-code"
        />
        <button type="submit" class="button button-primary">
          {t(enrolment ? 'account:factor.confirm' : 'account:factor.remove')}
        </button>
      </PostForm>
    </>
  );
}

function Steps({
  enrolment,
  t,
}: {
  readonly enrolment: NonNullable<SecondFactorView['enrolment']>;
  readonly t: Translate;
}): VNode {
  return (
    <>
      <p>{t('account:factor.scan')}</p>
      <p>
        <img src={enrolment.picture} alt={t('account:factor.picture')} width="220" height="220" />
      </p>
      <p>
        {t('account:factor.by-hand')} <code>{enrolment.secret}</code>
      </p>
    </>
  );
}

/** The codes for a lost phone, shown this once. */
export function RecoveryCodesPage({
  codes,
  t,
}: {
  readonly codes: readonly string[];
  readonly t: Translate;
}): VNode {
  return (
    <>
      <div class="page-head">
        <h1>{t('account:recovery.title')}</h1>
      </div>
      <p>{t('account:recovery.text')}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a class="button button-primary" href="/office">
          {t('account:recovery.done')}
        </a>
      </p>
    </>
  );
}
