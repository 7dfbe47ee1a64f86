import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { settingsPaths } from './settings-paths.js';

/** A password, shown this once. */
export function PasswordPage(properties: {
  readonly title: string;
  readonly password: string;
  readonly t: Translate;
}): VNode {
  const { title, password, t } = properties;
  return (
    <div class="narrow">
      <h1>{title}</h1>
      <p>{t('settings:account.password-text')}</p>
      <p class="card password">
        <code>{password}</code>
      </p>
      <p>
        <a class="button" href={settingsPaths.section('accounts')}>
          {t('settings:account.password-go')}
        </a>
      </p>
    </div>
  );
}
