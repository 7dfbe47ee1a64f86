import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { DayText, type TalkTimeView } from '../../components/appointment-card.js';
import { BackLink, Notice } from './page-parts.js';

/** Another time that is free. */
export interface OfferView {
  /** Start as it goes into the form, ISO in UTC. */
  readonly value: string;
  readonly timeRange: string;
  /** Where, when it is not the place of the present talk. */
  readonly place: string | null;
}

/** The free times of one local day. */
interface OfferDayView extends TalkTimeView {
  readonly offers: readonly OfferView[];
}

export interface OtherTimeView {
  readonly present: TalkTimeView;
  readonly days: readonly OfferDayView[];
  /** The next step. */
  readonly checkHref: string;
  readonly locale: string | null;
  readonly wishHref: string;
  readonly backHref: string;
  /** Why the page is shown again. */
  readonly problem: string | null;
}

/** N3: one question, the free times grouped by day. */
export function OtherTimePage({ view, t }: { readonly view: OtherTimeView; readonly t: Translate }): VNode {
  const title = t('newcomer:other.title');
  return (
    <>
      <Notice text={view.problem} title={t('newcomer:other.summary')} href="#offers" />
      <h1>{title}</h1>
      <p>
        {t('newcomer:other.present')}: <DayText talk={view.present} />{' '}
        <span class="ltr" dir="ltr">
          {view.present.timeRange}
        </span>
      </p>
      {view.days.length === 0 ? (
        <p>{t('newcomer:other.empty')}</p>
      ) : (
        <form method="get" action={view.checkHref} id="offers" noValidate>
          {view.locale !== null && <input type="hidden" name="lang" value={view.locale} />}
          <p>{t('newcomer:other.lead')}</p>
          {view.days.map((day, index) => (
            <OfferDay day={day} open={index === 0} />
          ))}
          <button type="submit" class="button yes">
            {t('newcomer:other.submit')}
          </button>
        </form>
      )}
      <a class="button" href={view.wishHref}>
        {t(view.days.length === 0 ? 'newcomer:wish.title' : 'newcomer:other.none-fits')}
      </a>
      <BackLink href={view.backHref} t={t} />
    </>
  );
}

function OfferDay({ day, open }: { readonly day: OfferDayView; readonly open: boolean }): VNode {
  return (
    <details open={open}>
      <summary>
        <DayText talk={day} />
      </summary>
      <div class="offers" role="group" aria-label={`${day.longDate} (${day.numericDate})`}>
        {day.offers.map((offer) => (
          <label class="choice">
            <input type="radio" name="start" value={offer.value} />
            <span>
              <span class="ltr" dir="ltr">
                {offer.timeRange}
              </span>
              {offer.place !== null && (
                <small class="ltr" lang="de" dir="ltr">
                  {offer.place}
                </small>
              )}
            </span>
          </label>
        ))}
      </div>
    </details>
  );
}
