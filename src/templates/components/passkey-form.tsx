import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../platform/i18n/i18n.js';

/** A form that a device answers; hidden until the script finds that this browser can. */
export function PasskeyForm(properties: {
  readonly kind: 'add' | 'use';
  readonly action: string;
  /** Where the challenge comes from. */
  readonly options: string;
  readonly label: string;
  readonly children: ComponentChildren;
  readonly t: Translate;
}): VNode {
  const { kind, action, options, label, children, t } = properties;
  return (
    <form method="post" action={action} data-passkey={kind} data-options={options} class="stack" hidden>
      {children}
      <input type="hidden" name="credential" value="" />
      <p class="field-error" role="alert" hidden>
        {t('account:passkey.failed')}
      </p>
      <button type="submit" class="button">
        {label}
      </button>
      <script src="/assets/passkeys.js" type="module" />
    </form>
  );
}
