import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { settingsPaths } from './settings-paths.js';

/** The way back: to the settings, and to the list that a page belongs to. */
export function SettingsTrail(properties: {
  readonly list: { readonly href: string; readonly label: string } | null;
  readonly t: Translate;
}): VNode {
  const { list, t } = properties;
  return (
    <p class="quiet">
      <a href={settingsPaths.overview}>{t('settings:title')}</a>
      {list && (
        <>
          {' › '}
          <a href={list.href}>{list.label}</a>
        </>
      )}
    </p>
  );
}
