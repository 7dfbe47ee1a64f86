import type { MessageView } from '../../templates/pages/newcomer/message-page.js';
import { isAhead } from './appointment-state.js';
import type { HelperContent } from './helper-lines.js';
import { appointmentCard } from './appointment-card.js';
import { type Visit, writingOf } from './visits.js';

const TITLE = 'dead.expired-title';
const LEAD = 'dead.expired-lead';

/** A link that is too old still tells its own household when the talk is now; one that was taken back tells nothing. */
export function deadContent(visit: Visit): { readonly view: MessageView; readonly helper: HelperContent } {
  const { t, talk, state, now } = visit;
  const shown = state === 'expired' && isAhead(talk, now) ? talk : null;
  return {
    view: {
      title: t(`newcomer:${TITLE}`),
      lead: t(`newcomer:${LEAD}`),
      talk: shown && appointmentCard(shown, writingOf(visit)),
      talkLead: t('newcomer:dead.expired-new'),
      retryHref: null,
    },
    helper: { title: TITLE, leads: [LEAD], talk: shown },
  };
}
