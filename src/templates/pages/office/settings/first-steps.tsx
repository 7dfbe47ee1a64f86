import type { VNode } from 'preact';
import type { Translate } from '../../../../platform/i18n/i18n.js';

/** One step on the way to the first invitation. */
export interface FirstStepView {
  readonly href: string;
  readonly label: string;
  readonly why: string;
  readonly isDone: boolean;
}

/** What a new office still needs until it can invite somebody; the first open step stands out. */
export function FirstSteps(properties: {
  readonly steps: readonly FirstStepView[];
  readonly t: Translate;
}): VNode {
  const { steps, t } = properties;
  const next = steps.find(({ isDone }) => !isDone);
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <section class="card first-steps" aria-labelledby="first-steps-title">
      <h2 id="first-steps-title">{t('settings:first.title')}</h2>
      <p>{t('settings:first.lead', { done, all: steps.length })}</p>
      <ol>
        {steps.map((step) => (
          <li key={step.label} class={step === next ? 'first-step first-step-next' : 'first-step'}>
            <span aria-hidden="true">{step.isDone ? '✓' : '○'}</span>
            <span>
              <a href={step.href}>{step.label}</a>{' '}
              <span class="quiet">{t(step.isDone ? 'settings:first.done' : 'settings:first.open')}</span>
              {!step.isDone && <span class="below">{step.why}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
