import type { TalkView } from '../../features/talks/index.js';
import { isolated } from '../../templates/components/newcomer-layout.js';
import type { AppointmentActions, AppointmentView } from '../../templates/pages/newcomer/appointment-page.js';
import { type AppointmentState, isComing } from './appointment-state.js';
import type { HelperContent } from './helper-lines.js';
import type { NextTalk } from './next-talks.js';
import { shortName } from './newcomer-pages.js';
import { appointmentCard } from './appointment-card.js';
import { type Visit, writingOf } from './visits.js';
import { wayOf } from './way-view.js';

/** A reminder leaves in the morning of its day, at most so many hours earlier than whole days before the talk. */
const REMINDER_LEAD_HOURS = 12;
const HOUR_MS = 3_600_000;

/** Keys of the title and of the sentences under it. */
interface Words {
  readonly title: string;
  readonly leads: readonly string[];
}

const WORDS: Readonly<
  Record<Exclude<AppointmentState, 'expired' | 'revoked' | 'cancelled' | 'arranging'>, Words>
> = {
  invited: { title: 'appointment.title', leads: ['appointment.intro'] },
  confirmed: { title: 'appointment.confirmed-title', leads: ['appointment.confirmed-lead'] },
  wished: {
    title: 'appointment.wish-title',
    leads: ['appointment.wish-lead', 'appointment.wish-meanwhile'],
  },
  running: { title: 'appointment.title', leads: [] },
  past: { title: 'dead.past-title', leads: ['dead.past-lead'] },
};

/** What the page of the appointment says now, and the same for helpers. */
export interface AppointmentContent {
  readonly view: AppointmentView;
  readonly helper: HelperContent;
}

/**
 * The page of a talk that is coming, running, cancelled or past.
 * @param next the talk that counts instead of one that was cancelled or is past
 */
export function appointmentContent(visit: Visit, next: NextTalk | null): AppointmentContent {
  const actions = actionsOf(visit);
  if (next === null) {
    return contentOf(visit, { words: wordsOf(visit), talk: visit.talk, tone: toneOf(visit), actions });
  }
  return contentOf(visit, {
    words: { title: wordsOf(visit).title, leads: ['dead.cancelled-new'] },
    talk: next.talk,
    tone: null,
    actions: { ...actions, next: next.href },
  });
}

/** Which talk is shown, in what words, and what can be done. */
interface Choice {
  readonly words: Words;
  readonly talk: TalkView;
  readonly tone: AppointmentView['tone'];
  readonly actions: AppointmentActions;
}

function contentOf(visit: Visit, { words, talk, tone, actions }: Choice): AppointmentContent {
  const { state, t } = visit;
  const isGone = tone === 'gone';
  return {
    view: {
      title: t(`newcomer:${words.title}`),
      greeting: t('newcomer:appointment.greeting', { name: isolated(shortName(talk)) }),
      leads: words.leads.map((key) => t(`newcomer:${key}`)),
      good: state === 'confirmed' || state === 'wished',
      talk: appointmentCard(talk, writingOf(visit)),
      tone,
      free: isGone ? null : t(freeKey(talk)),
      actions,
      revision: talk.revision,
      closed: closedText(visit),
      way: isGone ? null : wayOf(talk, visit),
      wayHref: visit.paths.step('way'),
      reference: talk.reference,
    },
    helper: {
      title: words.title,
      leads: words.leads,
      talk: isGone ? null : talk,
      buttons: buttonsOf(actions),
    },
  };
}

function actionsOf({ state, paths, mayChange }: Visit): AppointmentActions {
  return {
    next: null,
    confirm: isComing(state) && state !== 'confirmed' ? paths.confirm : null,
    other: mayChange ? paths.step('other') : null,
    cancel: mayChange ? paths.step('cancel') : null,
    calendar: state === 'confirmed' ? paths.calendar : null,
  };
}

/** Keys of the words on the buttons that are there. */
function buttonsOf(actions: AppointmentActions): string[] {
  const words = {
    next: 'appointment.title',
    confirm: 'action.confirm',
    calendar: 'appointment.calendar',
    other: 'action.other',
    cancel: 'action.cancel',
  } as const;
  const names = ['next', 'confirm', 'calendar', 'other', 'cancel'] as const;
  return names.filter((name) => actions[name] !== null).map((name) => words[name]);
}

function freeKey({ interpreterMode }: TalkView): string {
  return interpreterMode === null ? 'newcomer:facts.free' : 'newcomer:facts.free-interpreter';
}

function toneOf({ state }: Visit): AppointmentView['tone'] {
  if (state === 'cancelled' || state === 'past') return 'gone';
  return state === 'confirmed' ? 'good' : null;
}

function wordsOf(visit: Visit): Words {
  const { state, talk, link } = visit;
  if (state === 'cancelled') return cancelledWords(visit);
  const words = WORDS[state as keyof typeof WORDS];
  const moved = isComing(state) && link.revision < talk.revision;
  if (state === 'confirmed') {
    const reminder = remindersAhead(visit) ? ['appointment.reminder'] : [];
    const change = moved ? ['appointment.moved-lead'] : [];
    return { ...words, leads: [...words.leads, ...change, ...reminder] };
  }
  return moved && state === 'invited'
    ? { title: 'appointment.moved-title', leads: ['appointment.moved-lead'] }
    : words;
}

function cancelledWords({ talk }: Visit): Words {
  const lead = talk.cancelledBy === 'household' ? 'dead.cancelled-by-you' : 'dead.cancelled-by-office';
  return { title: 'dead.cancelled-title', leads: [lead, 'dead.was'] };
}

function closedText({ state, mayChange, t }: Visit): string | null {
  if (state === 'running') return t('newcomer:appointment.running');
  return isComing(state) && !mayChange ? t('newcomer:appointment.too-late') : null;
}

function remindersAhead({ talk, office, now }: Visit): boolean {
  const hours = (talk.startsAt.getTime() - now.getTime()) / HOUR_MS;
  return office.policies.reminderDaysBefore.some((days) => hours > days * 24 + REMINDER_LEAD_HOURS);
}
