import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { AppointmentCard, type AppointmentCardView } from '../../components/appointment-card.js';
import { BackLink } from './page-parts.js';

export interface CheckMoveView {
  readonly old: AppointmentCardView;
  readonly new: AppointmentCardView;
  readonly moveHref: string;
  /** Start of the new talk, ISO in UTC. */
  readonly start: string;
  readonly revision: number;
  readonly otherHref: string;
  readonly backHref: string;
}

/** N5: the old and the new time side by side before anything changes. */
export function CheckMovePage({ view, t }: { readonly view: CheckMoveView; readonly t: Translate }): VNode {
  return (
    <>
      <h1>{t('newcomer:move.title')}</h1>
      <h2>{t('newcomer:move.new')}</h2>
      <AppointmentCard talk={view.new} t={t} tone="good" />
      <form method="post" action={view.moveHref}>
        <input type="hidden" name="start" value={view.start} />
        <input type="hidden" name="revision" value={String(view.revision)} />
        <button type="submit" class="button yes">
          {t('newcomer:move.submit')}
        </button>
      </form>
      <h2>{t('newcomer:move.old')}</h2>
      <AppointmentCard talk={view.old} t={t} tone="gone" brief />
      <a class="button" href={view.otherHref}>
        {t('newcomer:move.back')}
      </a>
      <BackLink href={view.backHref} t={t} />
    </>
  );
}
