import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { BackLink, Notice } from './page-parts.js';

/** A half day that can be wished for. */
interface HalfDayView {
  /** `1-morning` … `5-afternoon` */
  readonly value: string;
  readonly checked: boolean;
}

export interface WishView {
  /** Monday to Friday, named in the language of the page. */
  readonly days: readonly {
    readonly name: string;
    readonly morning: HalfDayView;
    readonly afternoon: HalfDayView;
  }[];
  readonly action: string;
  readonly backHref: string;
  readonly problem: string | null;
}

/** N4: which half days of the week are good; nothing has to be written. */
export function WishPage({ view, t }: { readonly view: WishView; readonly t: Translate }): VNode {
  const half = (day: string, name: string, choice: HalfDayView): VNode => (
    <label class="choice">
      <input
        type="checkbox"
        name="half-days"
        value={choice.value}
        checked={choice.checked}
        aria-label={`${day}, ${name}`}
      />
      <span>{name}</span>
    </label>
  );
  return (
    <>
      <Notice text={view.problem} title={t('newcomer:other.summary')} href="#half-days" />
      <h1>{t('newcomer:wish.title')}</h1>
      <p>{t('newcomer:wish.lead')}</p>
      <p>{t('newcomer:wish.keeps')}</p>
      <form method="post" action={view.action} id="half-days">
        {view.days.map((day) => (
          <fieldset>
            <legend>{day.name}</legend>
            <div class="pair">
              {half(day.name, t('newcomer:wish.morning'), day.morning)}
              {half(day.name, t('newcomer:wish.afternoon'), day.afternoon)}
            </div>
          </fieldset>
        ))}
        <button type="submit" class="button yes">
          {t('newcomer:wish.submit')}
        </button>
      </form>
      <BackLink href={view.backHref} t={t} />
    </>
  );
}
