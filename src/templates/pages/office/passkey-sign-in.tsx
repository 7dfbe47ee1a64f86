import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { officePaths } from './paths.js';
import { PasskeyForm } from '../../components/passkey-form.js';

/** Signing in by a passkey, on every step of signing in. */
export function PasskeySignIn({ next, t }: { readonly next: string; readonly t: Translate }): VNode {
  return (
    <PasskeyForm
      kind="use"
      action={officePaths.loginByPasskey}
      options={`${officePaths.loginByPasskey}/options`}
      label={t('account:passkey.sign-in')}
      t={t}
    >
      <input type="hidden" name="next" value={next} />
    </PasskeyForm>
  );
}
