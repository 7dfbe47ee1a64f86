import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { ActionButton, type ActionView } from '../../components/action-button.js';
import { DisplacedTalks, type DisplacedTalkView } from './displaced-talks.js';
import { OpenAnswers, type OpenAnswerView } from './open-answers.js';
import { WithoutPlace, type WithoutPlaceView } from './without-place.js';

/** A talk without interpreter, and what can be done about it. */
export interface WorklistItemView {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly when: string;
  readonly why: string;
  /** Whether the household knows of the time. */
  readonly told: string;
  readonly ways: readonly { readonly text: string; readonly cost: string; readonly action: ActionView }[];
  readonly moveHref: string;
  readonly cancelHref: string;
}

/** An interpreter who does not come to talks that count on them. */
export interface WorklistAwayView {
  readonly href: string;
  readonly title: string;
  readonly why: string;
  readonly note: string | null;
}

interface WorklistView {
  readonly away: readonly WorklistAwayView[];
  readonly items: readonly WorklistItemView[];
  readonly displaced: readonly DisplacedTalkView[];
  readonly withoutPlace: readonly WithoutPlaceView[];
  readonly answers: readonly OpenAnswerView[];
  readonly csrfToken: string;
  /** How many more there are; null when all are shown. */
  readonly more: string | null;
}

interface WorklistProperties {
  readonly view: WorklistView;
  readonly t: Translate;
}

/** *Arbeitsliste*: the nearest talk first. */
export function WorklistPage({ view, t }: WorklistProperties): VNode {
  const isEmpty = [view.items, view.away, view.displaced, view.withoutPlace, view.answers].every(
    ({ length }) => length === 0,
  );
  return (
    <div class="narrow">
      <div class="page-head">
        <h1>{t('office:worklist.title')}</h1>
        {view.items.length > 0 && <p>{t('office:worklist.lead')}</p>}
      </div>
      {isEmpty && (
        <div class="empty">
          <p>{t('office:worklist.empty')}</p>
        </div>
      )}
      {view.away.map((one) => (
        <section key={one.href} class="card">
          <h2>{one.title}</h2>
          <p class="conflict-line">
            <span aria-hidden="true">⚠</span> {one.why}
          </p>
          {one.note !== null && <p class="quiet">{one.note}</p>}
          <a class="button" href={one.href}>
            {t('office:worklist.replan')}
          </a>
        </section>
      ))}
      {view.items.map((item) => (
        <Item key={item.id} item={item} csrfToken={view.csrfToken} t={t} />
      ))}
      <DisplacedTalks talks={view.displaced} csrfToken={view.csrfToken} t={t} />
      <OpenAnswers answers={view.answers} csrfToken={view.csrfToken} />
      <WithoutPlace languages={view.withoutPlace} />
      {view.more !== null && <p class="quiet">{view.more}</p>}
    </div>
  );
}

function Item(properties: {
  readonly item: WorklistItemView;
  readonly csrfToken: string;
  readonly t: Translate;
}): VNode {
  const { item, csrfToken, t } = properties;
  return (
    <section class="card">
      <h2>
        <a href={item.href}>{item.title}</a>
      </h2>
      <p>{item.when}</p>
      <p class="conflict-line">
        <span aria-hidden="true">⚠</span> {item.why}
      </p>
      <p class="quiet">{item.told}</p>
      {item.ways.length === 0 && <p>{t('office:worklist.no-way')}</p>}
      {item.ways.map((way) => (
        <div key={way.text} class="worklist-way">
          <p>
            {way.text} <span class="quiet">{way.cost}</span>
          </p>
          <ActionButton view={way.action} csrfToken={csrfToken} small />
        </div>
      ))}
      <div class="buttons">
        <a class="button" href={item.moveHref}>
          {t('office:talk.move')}
        </a>
        <a class="button" href={item.cancelHref}>
          {t('office:talk.cancel')}
        </a>
      </div>
    </section>
  );
}
