import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { isolated } from '../../components/newcomer-layout.js';
import { AppointmentCard, type AppointmentCardView } from '../../components/appointment-card.js';

/** What the newcomer may do now; an address that is null is not offered. */
export interface AppointmentActions {
  /** The page of the talk that counts instead. */
  readonly next: string | null;
  readonly confirm: string | null;
  readonly other: string | null;
  readonly cancel: string | null;
  readonly calendar: string | null;
}

/** How to get there. */
export interface WayView {
  readonly text: string;
  /** Tag of the language the text is written in. */
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  readonly stepFree: boolean;
}

/** The talk as it stands now. */
export interface AppointmentView {
  readonly title: string;
  readonly greeting: string | null;
  readonly leads: readonly string[];
  /** The leads tell of something that was done. */
  readonly good: boolean;
  readonly talk: AppointmentCardView | null;
  readonly tone: 'good' | 'gone' | null;
  /** That nothing has to be paid. */
  readonly free: string | null;
  readonly actions: AppointmentActions;
  /** Revision of the talk that the reader sees, sent back with a yes. */
  readonly revision: number;
  readonly closed: string | null;
  readonly way: WayView | null;
  readonly reference: string | null;
}

/** N1 and N2: the appointment, what to do about it, and how to get there. */
export function AppointmentPage({
  view,
  t,
}: {
  readonly view: AppointmentView;
  readonly t: Translate;
}): VNode {
  return (
    <>
      {view.greeting !== null && <p class="greeting">{view.greeting}</p>}
      <h1>{view.title}</h1>
      {view.good && (
        <div class="note">
          {view.leads.map((lead) => (
            <p>{lead}</p>
          ))}
        </div>
      )}
      {!view.good && view.leads.map((lead) => <p>{lead}</p>)}
      {view.talk !== null && (
        <AppointmentCard
          talk={view.talk}
          t={t}
          brief={view.tone === 'gone'}
          {...(view.tone === null ? {} : { tone: view.tone })}
        />
      )}
      {view.free !== null && <p>{view.free}</p>}
      <Actions view={view} t={t} />
      {view.way !== null && <Way way={view.way} t={t} />}
      {view.reference !== null && (
        <p class="quiet">
          {t('newcomer:facts.reference')}: {isolated(view.reference)}
        </p>
      )}
    </>
  );
}

function Actions({ view, t }: { readonly view: AppointmentView; readonly t: Translate }): VNode {
  const { actions } = view;
  return (
    <>
      {view.closed !== null && <p class="note warn">{view.closed}</p>}
      {actions.confirm !== null && (
        <form method="post" action={actions.confirm}>
          <input type="hidden" name="revision" value={String(view.revision)} />
          <button type="submit" class="button yes">
            {t('newcomer:action.confirm')}
          </button>
        </form>
      )}
      {actions.next !== null && (
        <a class="button yes" href={actions.next}>
          {t('newcomer:appointment.title')}
        </a>
      )}
      {actions.calendar !== null && (
        <a class="button" href={actions.calendar}>
          {t('newcomer:appointment.calendar')}
        </a>
      )}
      {actions.other !== null && actions.confirm === null && (
        <h2 class="screen">{t('newcomer:action.change-question')}</h2>
      )}
      {actions.other !== null && (
        <a class="button" href={actions.other}>
          {t('newcomer:action.other')}
        </a>
      )}
      {actions.cancel !== null && (
        <a class="button no" href={actions.cancel}>
          {t('newcomer:action.cancel')}
        </a>
      )}
    </>
  );
}

function Way({ way, t }: { readonly way: WayView; readonly t: Translate }): VNode {
  return (
    <section aria-labelledby="way">
      <h2 id="way">{t('newcomer:facts.way')}</h2>
      {way.text !== '' && (
        <p lang={way.lang} dir={way.direction}>
          {way.text}
        </p>
      )}
      <p>{t(way.stepFree ? 'newcomer:facts.step-free' : 'newcomer:facts.steps')}</p>
    </section>
  );
}
