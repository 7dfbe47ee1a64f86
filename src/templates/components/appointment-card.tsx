import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../platform/i18n/i18n.js';
import { Icon, type IconName } from './newcomer-icons.js';

/** Day and time of a talk as a newcomer reads them. */
export interface TalkTimeView {
  /** `Donnerstag, 3. Dezember 2026` in the language of the page. */
  readonly longDate: string;
  /** `03.12.2026` */
  readonly numericDate: string;
  /** `14:00–15:00` */
  readonly timeRange: string;
  readonly startsAt: string;
}

/** The facts of a talk, ready for display. */
export interface AppointmentCardView extends TalkTimeView {
  /** Street, town, floor and room, in German as on the door; empty when the talk is by video. */
  readonly place: readonly string[];
  readonly languageName: string;
  /** Who makes sure that it is understood. */
  readonly provision: string;
}

/** The card with day, time and place; what to bring and the language unless `brief`. */
export function AppointmentCard(properties: {
  readonly talk: AppointmentCardView;
  readonly t: Translate;
  readonly tone?: 'good' | 'gone';
  readonly brief?: boolean;
}): VNode {
  const { talk, t } = properties;
  return (
    <div class={properties.tone === undefined ? 'card' : `card ${properties.tone}`}>
      <dl>
        <Fact icon="day" label={t('newcomer:facts.day')}>
          <b>
            <DayText talk={talk} />
          </b>
        </Fact>
        <Fact icon="time" label={`${t('newcomer:facts.time')} (${t('newcomer:facts.swiss-time')})`}>
          <b>
            <span class="ltr" dir="ltr">
              {talk.timeRange}
            </span>
          </b>
        </Fact>
        <Fact icon="place" label={t('newcomer:facts.place')}>
          <b>
            <PlaceText talk={talk} t={t} />
          </b>
        </Fact>
        {properties.brief !== true && (
          <>
            <Fact icon="bring" label={t('newcomer:facts.bring')}>
              <ul>
                <li>{t('newcomer:facts.passport')}</li>
                <li>{t('newcomer:facts.permit')}</li>
              </ul>
            </Fact>
            <Fact icon="language" label={t('newcomer:facts.language')}>
              {talk.languageName}. {talk.provision}
            </Fact>
          </>
        )}
      </dl>
    </div>
  );
}

/** The long date in the reader's language, and the numeric one that everyone can read. */
export function DayText({ talk }: { readonly talk: TalkTimeView }): VNode {
  return (
    <time dateTime={talk.startsAt}>
      {talk.longDate}{' '}
      <span class="ltr" dir="ltr">
        ({talk.numericDate})
      </span>
    </time>
  );
}

function PlaceText({ talk, t }: { readonly talk: AppointmentCardView; readonly t: Translate }): VNode {
  if (talk.place.length === 0) return <>{t('newcomer:facts.video')}</>;
  return (
    <span class="ltr" lang="de" dir="ltr">
      {talk.place.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </span>
  );
}

function Fact(properties: {
  readonly icon: IconName;
  readonly label: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div>
      <Icon name={properties.icon} />
      <dt>{properties.label}</dt>
      <dd>{properties.children}</dd>
    </div>
  );
}
