import type { VNode } from 'preact';
import { PasskeySignIn } from './passkey-sign-in.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { Field } from '../../components/field.js';
import { SignInLayout, type SignInView } from '../../components/sign-in-layout.js';

export interface LoginView extends SignInView {
  readonly email: string;
  /** The identity provider of the office; null when there is none. */
  readonly provider: { readonly name: string; readonly href: string } | null;
}

/** Signing in with e-mail and password. */
export function LoginPage({ view, t }: { readonly view: LoginView; readonly t: Translate }): VNode {
  const below = (
    <>
      {view.provider && (
        <p>
          <a class="button" href={view.provider.href}>
            {t('account:identity.sign-in', { name: view.provider.name })}
          </a>
        </p>
      )}
      <PasskeySignIn next={view.next} t={t} />
      <p class="hint">{t('office:login.forgotten')}</p>
      <p>
        <a href={`/accessibility?lang=${view.locale}`}>{t('office:accessibility.title')}</a>
      </p>
    </>
  );
  return (
    <SignInLayout view={view} title={t('office:login.title')} action="/office/login" below={below} t={t}>
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
    </SignInLayout>
  );
}
