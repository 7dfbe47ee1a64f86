import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';

export interface TodayView {
  readonly day: string;
}

/** The day at a glance. */
export function TodayPage({ view, t }: { readonly view: TodayView; readonly t: Translate }): VNode {
  return (
    <>
      <h1>{t('office:today.title')}</h1>
      <p class="quiet">{view.day}</p>
      <p class="empty">{t('office:today.empty')}</p>
    </>
  );
}
