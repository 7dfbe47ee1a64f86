import type { MessageView } from '../../templates/pages/newcomer/message-page.js';
import { isAhead } from './appointment-state.js';
import type { HelperContent } from './helper-lines.js';
import { appointmentCard } from './appointment-card.js';
import { type Visit, writingOf } from './visits.js';

const EXPIRED = { title: 'dead.expired-title', lead: 'dead.expired-lead' };
const ARRANGING = { title: 'appointment.wish-title', lead: 'appointment.wish-lead' };

/**
 * A link that is too old still tells its own household when the talk is now; one that was taken back tells nothing,
 * and a time that is not sure yet is not told.
 */
export function deadContent(visit: Visit): { readonly view: MessageView; readonly helper: HelperContent } {
  const { t, talk, state, now } = visit;
  const words = state === 'arranging' ? ARRANGING : EXPIRED;
  const shown = state === 'expired' && isAhead(talk, now) ? talk : null;
  return {
    view: {
      title: t(`newcomer:${words.title}`),
      lead: t(`newcomer:${words.lead}`),
      talk: shown && appointmentCard(shown, writingOf(visit)),
      talkLead: t('newcomer:dead.expired-new'),
      retryHref: null,
    },
    helper: { title: words.title, leads: [words.lead], talk: shown },
  };
}
