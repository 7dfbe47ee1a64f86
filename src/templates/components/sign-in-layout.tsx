import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../platform/i18n/i18n.js';
import { ErrorSummary, type FieldError } from './error-summary.js';
import { OfficeHead } from './office-layout.js';

/** What every step of signing in shows. */
export interface SignInView {
  readonly locale: string;
  /** Where to go afterwards. */
  readonly next: string;
  readonly errors: readonly FieldError[];
}

interface SignInLayoutProps {
  readonly view: SignInView;
  readonly title: string;
  /** Where the form is sent. */
  readonly action: string;
  /** What stands below the form. */
  readonly below: VNode;
  /** The fields of the form. */
  readonly children: ComponentChildren;
  readonly t: Translate;
}

/** One step of signing in: a page without navigation around one form. */
export function SignInLayout({ view, title, action, below, children, t }: SignInLayoutProps): VNode {
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
          <form method="post" action={action} class="stack" noValidate>
            <input type="hidden" name="next" value={view.next} />
            {children}
            <button type="submit" class="button button-primary">
              {t('office:login.submit')}
            </button>
          </form>
          {below}
        </main>
      </body>
    </html>
  );
}
