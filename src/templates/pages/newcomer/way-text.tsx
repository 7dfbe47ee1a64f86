import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';

/** How to get there. */
export interface WayView {
  /** In the office's own words; empty when it has written none. */
  readonly text: string;
  /** Tag of the language the text is written in. */
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  readonly stepFree: boolean;
}

/** The way in words, and whether there are steps. */
export function WayText({ way, t }: { readonly way: WayView; readonly t: Translate }): VNode {
  return (
    <>
      {way.text !== '' && (
        <p lang={way.lang} dir={way.direction}>
          {way.text}
        </p>
      )}
      <p>{t(way.stepFree ? 'newcomer:facts.step-free' : 'newcomer:facts.steps')}</p>
    </>
  );
}
