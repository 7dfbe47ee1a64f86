import type { VNode } from 'preact';
import { PasskeySignIn } from './passkey-sign-in.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { Field } from '../../components/field.js';
import { SignInLayout, type SignInView } from '../../components/sign-in-layout.js';

/** The second step of signing in. */
export function CodePage({ view, t }: { readonly view: SignInView; readonly t: Translate }): VNode {
  const back = (
    <>
      <PasskeySignIn next={view.next} t={t} />
      <p>
        <a href="/office/login">{t('account:code-back')}</a>
      </p>
    </>
  );
  return (
    <SignInLayout view={view} title={t('account:code-title')} action="/office/login/code" below={back} t={t}>
      <Field
        name="code"
        label={t('account:code')}
        hint={t('account:code-hint')}
        value=""
        errors={view.errors}
        autocomplete="one-time-code"
      />
    </SignInLayout>
  );
}
