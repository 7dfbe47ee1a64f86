import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { OfficeHead } from '../../components/office-layout.js';

export interface LoginView {
  readonly locale: string;
  readonly email: string;
  /** Where to go afterwards. */
  readonly next: string;
  readonly errors: readonly FieldError[];
}

/** Signing in with e-mail and password. */
export function LoginPage({ view, t }: { readonly view: LoginView; readonly t: Translate }): VNode {
  const title = t('office:login.title');
  return (
    <html lang={view.locale} dir="ltr">
      <OfficeHead title={view.errors.length > 0 ? t('validation:title', { title }) : title} />
      <body class="login">
        <main id="main">
          <p class="brand">
            <span class="brand-mark" aria-hidden="true" />
            <span>{t('office:product')}</span>
          </p>
          <ErrorSummary title={t('validation:summary')} errors={view.errors} />
          <h1>{title}</h1>
          <form method="post" action="/office/login" class="stack" noValidate>
            <input type="hidden" name="next" value={view.next} />
            <Field
              name="email"
              label={t('office:login.email')}
              type="email"
              value={view.email}
              errors={view.errors}
              autocomplete="username"
            />
            <Field
              name="password"
              label={t('office:login.password')}
              type="password"
              value=""
              errors={view.errors}
              autocomplete="current-password"
            />
            <button type="submit" class="button button-primary">
              {t('office:login.submit')}
            </button>
          </form>
          <p class="hint">{t('office:login.forgotten')}</p>
        </main>
      </body>
    </html>
  );
}
