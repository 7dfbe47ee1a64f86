import type { VNode } from 'preact';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { AppointmentCard, type AppointmentCardView } from '../../components/appointment-card.js';

export interface MessageView {
  readonly title: string;
  readonly lead: string;
  /** The talk that stands now, when the reader may know it. */
  readonly talk: AppointmentCardView | null;
  readonly talkLead: string | null;
  /** Where to try again. */
  readonly retryHref: string | null;
}

/** N9 and N10: a link that opens nothing any more, or something that went wrong. */
export function MessagePage({ view, t }: { readonly view: MessageView; readonly t: Translate }): VNode {
  return (
    <>
      <h1>{view.title}</h1>
      <p>{view.lead}</p>
      {view.talk !== null && view.talkLead !== null && (
        <>
          <h2>{view.talkLead}</h2>
          <AppointmentCard talk={view.talk} t={t} />
        </>
      )}
      {view.retryHref !== null && (
        <a class="button" href={view.retryHref}>
          {t('newcomer:problem.retry')}
        </a>
      )}
    </>
  );
}
