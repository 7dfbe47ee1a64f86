import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { OfficeHead } from '../../components/office-layout.js';

export interface CodeView {
  readonly locale: string;
  /** Where to go afterwards. */
  readonly next: string;
  readonly errors: readonly FieldError[];
}

/** The second step of signing in. */
export function CodePage({ view, t }: { readonly view: CodeView; readonly t: Translate }): VNode {
  const title = t('account:code-title');
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
          <form method="post" action="/office/login/code" class="stack" noValidate>
            <input type="hidden" name="next" value={view.next} />
            <Field
              name="code"
              label={t('account:code')}
              hint={t('account:code-hint')}
              value=""
              errors={view.errors}
              autocomplete="one-time-code"
            />
            <button type="submit" class="button button-primary">
              {t('office:login.submit')}
            </button>
          </form>
          <p>
            <a href="/office/login">{t('account:code-back')}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
