import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';
import { FirstSteps, type FirstStepView } from './first-steps.js';

/** One section of the settings with what is in it. */
interface SettingsLinkView {
  readonly href: string;
  readonly label: string;
  readonly below: string;
}

export interface SettingsOverviewView {
  readonly mayChange: boolean;
  /** What is missing until the first invitation; null: nothing. */
  readonly steps: readonly FirstStepView[] | null;
  readonly groups: readonly { readonly title: string; readonly links: readonly SettingsLinkView[] }[];
}

/** *Einstellungen*: every section of the settings. */
export function SettingsOverviewPage(properties: {
  readonly view: SettingsOverviewView;
  readonly t: Translate;
}): VNode {
  const { view, t } = properties;
  return (
    <>
      <div class="page-head">
        <h1>{t('settings:title')}</h1>
        {!view.mayChange && <p class="quiet">{t('settings:looking')}</p>}
      </div>
      {view.steps && <FirstSteps steps={view.steps} t={t} />}
      <div class="settings-groups">
        {view.groups.map((group) => (
          <section key={group.title} class="card">
            <h2>{group.title}</h2>
            <ul class="plain-list">
              {group.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                  <span class="below">{link.below}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
