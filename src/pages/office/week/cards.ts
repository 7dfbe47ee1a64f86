import type { TalkView } from '../../../features/talks/index.js';
import type { CardView } from '../../../templates/components/talk-card.js';
import type { OfficeContext } from '../office-context.js';
import { interpreterWords } from '../talk/talk-facts.js';
import { talkBadge } from '../talk-badges.js';
import { weekHref, type WeekRequest } from './week.forms.js';

/** What cards are made with. */
export interface CardWorld {
  readonly context: OfficeContext;
  readonly asked: WeekRequest;
  readonly languageNames: ReadonlyMap<string, string>;
  /** Ids of talks that stand against something. */
  readonly conflicting: ReadonlySet<string>;
  /** Ids of talks of which somebody was not told. */
  readonly undelivered: ReadonlySet<string>;
}

/** One talk on the plan; the full sentence is its accessible name. */
export function cardOf(talk: TalkView, world: CardWorld): CardView {
  const { context, asked, languageNames } = world;
  const { t, format } = context;
  const alarm = alarmOf(talk, world);
  const badge = alarm ?? talkBadge(talk.state, t);
  const place = talk.roomName ?? t('office:talk.by-video');
  const language = languageNames.get(talk.language) ?? talk.language;
  const details = [place, talk.caseworkerName, interpreterWords(talk, t)].filter(Boolean).join(' · ');
  const line = `${format.time(talk.startsAt)} ${talk.language.toUpperCase()} · ${shortName(talk)}`;
  // what is seen stands in the name word by word (WCAG 2.5.3), with the rest around it
  const sentence = (seen: string, more: readonly string[]): string =>
    [`${format.longDate(talk.startsAt)}, ${seen}`, ...more].join(', ');
  const unsure = talk.interpreterState === 'asked' || talk.interpreterState === 'missing';
  const asking = unsure ? [interpreterWords(talk, t) ?? ''] : [];
  const state = alarm ? [t(`office:talk-state.${talk.state}`)] : [];
  return {
    id: talk.id,
    href: `${weekHref(asked, { t: talk.id })}#talk`,
    time: format.time(talk.startsAt),
    code: talk.language.toUpperCase(),
    name: shortName(talk),
    badge,
    label: sentence(`${line} ${badge.text}`, [...state, ...asking, place, language]),
    longLabel: sentence(`${line} ${details} ${badge.text}`, [...state, language]),
    isOpen: talk.id === asked.talkId,
    details,
  };
}

/** What matters more than the state of the talk. */
function alarmOf(talk: TalkView, { context, conflicting, undelivered }: CardWorld): CardView['badge'] | null {
  const { t } = context;
  if (conflicting.has(talk.id)) return { tone: 'conflict', symbol: '⚠', text: t('office:week.conflict') };
  if (!undelivered.has(talk.id)) return null;
  return { tone: 'undelivered', symbol: '✉⚠', text: t('office:week.undelivered') };
}

/** `A. Muster`: as much of a name as a wall plan needs. */
export function shortName(talk: Pick<TalkView, 'firstName' | 'lastName'>): string {
  const [initial] = [...new Intl.Segmenter().segment(talk.firstName)].map(({ segment }) => segment);
  return initial === undefined ? talk.lastName : `${initial}. ${talk.lastName}`.trim();
}
