import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { AppointmentCard, type AppointmentCardView } from '../../components/appointment-card.js';
import { BackLink } from './page-parts.js';

export interface CancelView {
  readonly talk: AppointmentCardView;
  readonly otherHref: string;
  readonly action: string;
  readonly revision: number;
  readonly reasons: readonly string[];
  readonly backHref: string;
}

/** N6: another time is offered before the talk is cancelled; the reason may be left open. */
export function CancelPage({ view, t }: { readonly view: CancelView; readonly t: Translate }): VNode {
  return (
    <>
      <h1>{t('newcomer:cancel.title')}</h1>
      <p>{t('newcomer:cancel.lead')}</p>
      <a class="button yes" href={view.otherHref}>
        {t('newcomer:cancel.other')}
      </a>
      <h2>{t('newcomer:cancel.no-title')}</h2>
      <AppointmentCard talk={view.talk} t={t} brief />
      <form method="post" action={view.action}>
        <input type="hidden" name="sure" value="yes" />
        <input type="hidden" name="revision" value={String(view.revision)} />
        <fieldset>
          <legend>{t('newcomer:cancel.reason')}</legend>
          {view.reasons.map((reason) => (
            <label class="choice">
              <input type="radio" name="reason" value={reason} />
              <span>{t(`newcomer:cancel.reasons.${reason}`)}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit" class="button no">
          {t('newcomer:cancel.submit')}
        </button>
      </form>
      <BackLink href={view.backHref} t={t} />
    </>
  );
}
