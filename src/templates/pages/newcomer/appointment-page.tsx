import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { isolated } from '../../components/newcomer-layout.js';
import { AppointmentCard, type AppointmentCardView } from '../../components/appointment-card.js';
import { LinkList } from '../../components/link-list.js';
import { WayText, type WayView } from './way-text.js';

/** What the newcomer may do now; an address that is null is not offered. */
export interface AppointmentActions {
  /** The page of the talk that counts instead. */
  readonly next: string | null;
  readonly confirm: string | null;
  readonly other: string | null;
  readonly cancel: string | null;
  readonly calendar: string | null;
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
  /** The page with lift and map. */
  readonly wayHref: string;
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
      {view.way !== null && <Way way={view.way} href={view.wayHref} t={t} />}
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

function Way(properties: { readonly way: WayView; readonly href: string; readonly t: Translate }): VNode {
  const { way, href, t } = properties;
  return (
    <section aria-labelledby="way">
      <h2 id="way">{t('newcomer:facts.way')}</h2>
      <WayText way={way} t={t} />
      <LinkList links={[{ href, label: t('newcomer:way.open') }]} />
    </section>
  );
}
