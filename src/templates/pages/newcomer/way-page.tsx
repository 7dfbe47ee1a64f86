import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { AppointmentCard, type AppointmentCardView } from '../../components/appointment-card.js';
import { BackLink } from './page-parts.js';
import { WayText, type WayView } from './way-text.js';

interface WayPageView {
  readonly way: WayView;
  readonly talk: AppointmentCardView;
  readonly lift: boolean;
  /** On another web site: nothing of it is loaded before somebody asks for it. */
  readonly mapHref: string;
  readonly backHref: string;
}

/** N8: how to get there, to read or to print. */
export function WayPage({ view, t }: { readonly view: WayPageView; readonly t: Translate }): VNode {
  return (
    <>
      <h1>{t('newcomer:facts.way')}</h1>
      <AppointmentCard talk={view.talk} t={t} brief />
      <WayText way={view.way} t={t} />
      {view.lift && <p>{t('newcomer:way.lift')}</p>}
      <a class="button" href={view.mapHref} rel="noreferrer external">
        {t('newcomer:way.map')}
      </a>
      <p class="quiet screen">{t('newcomer:way.map-note')}</p>
      <BackLink href={view.backHref} t={t} />
    </>
  );
}
